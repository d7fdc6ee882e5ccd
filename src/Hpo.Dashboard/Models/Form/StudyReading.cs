using System.Collections.Immutable;
using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Classes;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Form;

/// <summary>What a filled-in form means: the definition of a study when nothing is wrong, else the problems at their fields.</summary>
public sealed record StudyReading
{
    /// <summary>The study; null when a field, the space or the initial configuration has a problem.</summary>
    public StudyDefinition? Definition { get; init; }

    public ImmutableDictionary<StudyField, string> Problems { get; init; } = ImmutableDictionary<StudyField, string>.Empty;

    /// <summary>What is wrong with the parameters of the chosen components, by the field in which the component is chosen.</summary>
    public ImmutableDictionary<(StudyField Role, string Name), string> ParameterProblems { get; init; } =
        ImmutableDictionary<(StudyField Role, string Name), string>.Empty;

    /// <summary>What the objective has against a space that is sound in itself; the paths start with the hyperparameter's name.</summary>
    public ImmutableArray<Problem> Objections { get; init; } = [];

    /// <summary>What is wrong and belongs to no field.</summary>
    public ImmutableArray<Problem> Others { get; init; } = [];

    /// <summary>What the warm start comes to; null when none is wanted, or the space is not sound.</summary>
    public WarmStartSelection? WarmStart { get; init; }

    /// <summary>What the scheduler will do with the epochs, in words; null when it cannot do anything with them.</summary>
    public string? Plan { get; init; }

    public static StudyReading Of(StudyDraft draft, SpaceEditing space, StudyCatalog catalog, WarmStartDraft? warm = null, StudyClone? clone = null, ClassLimits? limits = null)
    {
        var (objective, searcher, scheduler) = (
            catalog.Objectives.Get(draft[StudyField.Objective]),
            catalog.Searchers.Get(draft[StudyField.Searcher]),
            catalog.Schedulers.Get(draft[StudyField.Scheduler]));
        var fields = new StudyFields(draft);
        var definition = new StudyDefinition
        {
            Name = fields.Name(),
            Objective = fields.Component(StudyField.Objective, objective),
            // until the space is sound, another one stands in for it, so that the rest can be judged
            Space = space.Reading.Space ?? objective.Describe.DefaultSpace,
            InitialConfigurations = space.Reading.Initial is { } initial ? [initial] : [],
            Searcher = fields.Component(StudyField.Searcher, searcher),
            Scheduler = fields.Component(StudyField.Scheduler, scheduler),
            Stop = new(fields.Count(StudyField.Trials, StudyDefinitionRules.MaxTrials, "trials"), fields.Seconds(StudyField.TimeLimit), fields.TargetError()),
            Workers = fields.Count(StudyField.Workers, StudyDefinitionRules.MaxWorkers, "workers"),
            MaxEpochs = fields.Count(StudyField.MaxEpochs, StudyDefinitionRules.MaxEpochs, "epochs", objective.Describe.DefaultMaxEpochs),
            TrialTimeoutSeconds = fields.Seconds(StudyField.TrialTimeout),
            Seed = fields.Seed(),
            ClonedFrom = clone?.From,
        };
        // the form shows the first one only; others of a clone stay as long as they fit
        if (clone is not null && definition.InitialConfigurations.Length > 0)
            definition = definition with { InitialConfigurations = [.. definition.InitialConfigurations, .. clone.Definition.InitialConfigurations.Skip(1).Where(other => definition.Space.Check(other).Count == 0)] };
        var selection = fields.WarmStart(warm ?? WarmStartDraft.None, space.IsSound ? definition : null);
        if (selection is { Trials.IsEmpty: false })
            definition = definition with { WarmStart = warm!.Of(selection) };
        var reading = new StudyReading
        {
            Definition = fields.Problems.IsEmpty && fields.ParameterProblems.IsEmpty && space.IsSound ? definition : null,
            Problems = fields.Problems,
            ParameterProblems = fields.ParameterProblems,
            WarmStart = selection,
        };
        IReadOnlyList<Problem> problems = [.. StudyDefinitionRules.FindProblems(definition, catalog), .. limits?.FindProblems(definition) ?? []];
        if (space.Reading.Space is null)
            problems = [.. problems.Where(problem => !ConcernsSpace(problem.Path))];
        var canPlan = !fields.Problems.ContainsKey(StudyField.MaxEpochs) && !reading.ParameterProblems.Keys.Any(key => key.Role == StudyField.Scheduler)
            && !problems.Any(problem => problem.Path == "scheduler");
        return reading.With(problems) with { Plan = canPlan ? scheduler.Describe(definition) : null };
    }

    /// <summary>With problems found elsewhere, each at its field.</summary>
    public StudyReading With(IReadOnlyList<Problem> problems)
    {
        if (problems.Count == 0)
            return this;
        var reading = this with { Definition = null };
        foreach (var problem in problems)
            reading = reading.With(problem);
        return reading;
    }

    // a field that has said already what is wrong keeps its word
    private StudyReading With(Problem problem) => problem.Path.Split('.') switch
    {
        _ when FieldOf(problem.Path) is { } field => Problems.ContainsKey(field) ? this : this with { Problems = Problems.Add(field, problem.Message) },
        [var role, "parameters", var name] when FieldOf(role) is { } field => ParameterProblems.ContainsKey((field, name))
            ? this
            : this with { ParameterProblems = ParameterProblems.Add((field, name), problem.Message) },
        ["space", ..] => this with { Objections = Objections.Add(problem with { Path = problem.Path["space".Length..].TrimStart('.') }) },
        _ => this with { Others = Others.Add(problem) },
    };

    private static bool ConcernsSpace(string path) => path is "searcher" || path == "space" || path.StartsWith("space.", StringComparison.Ordinal);

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
        _ when path.StartsWith("warmStart", StringComparison.Ordinal) => StudyField.WarmTrials,
        _ => null,
    };
}
