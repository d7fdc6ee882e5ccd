using System.Collections.Immutable;
using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Form;

/// <summary>What a filled-in form means: the definition of a study when nothing is wrong, else the problems at their fields.</summary>
public sealed record StudyReading
{
    /// <summary>The study; null when a field, the space or the initial configuration has a problem.</summary>
    public StudyDefinition? Definition { get; init; }

    public ImmutableDictionary<StudyField, string> Problems { get; init; } = ImmutableDictionary<StudyField, string>.Empty;

    /// <summary>What the objective has against a space that is sound in itself; the paths start with the hyperparameter's name.</summary>
    public ImmutableArray<Problem> Objections { get; init; } = [];

    /// <summary>What is wrong and belongs to no field.</summary>
    public ImmutableArray<Problem> Others { get; init; } = [];

    public static StudyReading Of(StudyDraft draft, SpaceEditing space, StudyCatalog catalog)
    {
        var fields = new StudyFields(draft);
        var stop = new StopCriteria(fields.Count(StudyField.Trials, StudyDefinitionRules.MaxTrials, "trials"), fields.Seconds(StudyField.TimeLimit), fields.TargetError());
        var (workers, maxEpochs, timeout, seed, name) = (
            fields.Count(StudyField.Workers, StudyDefinitionRules.MaxWorkers, "workers"),
            fields.Count(StudyField.MaxEpochs, StudyDefinitionRules.MaxEpochs, "epochs"),
            fields.Seconds(StudyField.TrialTimeout),
            fields.Seed(),
            fields.Name());
        var objective = catalog.Objectives.Find(draft[StudyField.Objective]);
        var objections = space.Reading.Space is { } sound && objective is not null ? objective.Describe.CheckSpace(sound) : [];
        var reading = new StudyReading { Problems = fields.Problems, Objections = [.. objections] };
        if (!fields.Problems.IsEmpty || objections.Count > 0 || !space.IsSound)
            return reading;
        var definition = new StudyDefinition
        {
            Name = name,
            Objective = new ComponentDefinition(draft[StudyField.Objective]),
            Space = space.Reading.Space!,
            InitialConfigurations = space.Reading.Initial is { } initial ? [initial] : [],
            Searcher = new ComponentDefinition(draft[StudyField.Searcher]),
            Scheduler = new ComponentDefinition(draft[StudyField.Scheduler]),
            Stop = stop,
            Workers = workers,
            MaxEpochs = maxEpochs,
            TrialTimeoutSeconds = timeout,
            Seed = seed,
        };
        var problems = StudyDefinitionRules.FindProblems(definition, catalog);
        return problems.Count == 0 ? reading with { Definition = definition } : reading.With(problems);
    }

    /// <summary>With problems found elsewhere, each at its field.</summary>
    public StudyReading With(IReadOnlyList<Problem> problems)
    {
        if (problems.Count == 0)
            return this;
        var reading = this with { Definition = null };
        foreach (var problem in problems)
        {
            if (FieldOf(problem.Path) is { } field)
                reading = reading with { Problems = reading.Problems.SetItem(field, problem.Message) };
            else if (problem.Path == "space" || problem.Path.StartsWith("space.", StringComparison.Ordinal))
                reading = reading with { Objections = reading.Objections.Add(problem with { Path = problem.Path["space".Length..].TrimStart('.') }) };
            else
                reading = reading with { Others = reading.Others.Add(problem) };
        }

        return reading;
    }

    private static StudyField? FieldOf(string path) => path switch
    {
        "name" => StudyField.Name,
        "objective" => StudyField.Objective,
        "searcher" => StudyField.Searcher,
        "scheduler" => StudyField.Scheduler,
        "stop.trials" => StudyField.Trials,
        "stop.timeLimitSeconds" => StudyField.TimeLimit,
        "stop.targetError" => StudyField.TargetError,
        "workers" => StudyField.Workers,
        "maxEpochs" => StudyField.MaxEpochs,
        "trialTimeoutSeconds" => StudyField.TrialTimeout,
        "seed" => StudyField.Seed,
        _ => null,
    };
}
