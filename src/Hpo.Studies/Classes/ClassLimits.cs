using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;
using Hpo.Studies.Views;

namespace Hpo.Studies.Classes;

/// <summary>What one student may have.</summary>
public sealed record ClassLimits
{
    /// <summary>Trials of a study.</summary>
    public int Trials { get; init; } = 50;

    /// <summary>Workers of a study, each with a core of its own.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>How long a study may run; one that gives no limit gets this one.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Studies that are kept, those that wait included.</summary>
    public int StoredStudies { get; init; } = 20;

    /// <summary>Studies that wait at a time; another one runs.</summary>
    public int Waiting { get; init; } = 3;

    /// <summary>What a definition asks for and a student may not have.</summary>
    public IReadOnlyList<Problem> FindProblems(StudyDefinition definition) => FindProblems(definition, StudySnapshot.Empty);

    /// <summary>The definition as it may run, with a limit of time.</summary>
    /// <exception cref="InvalidInputException">It asks for more than a student may have.</exception>
    public StudyDefinition Require(StudyDefinition definition) => Require(definition, StudySnapshot.Empty);

    /// <summary>
    /// The definition as it may go on: one that came from a file, or was steered, may ask for more than its definition says.
    /// </summary>
    /// <param name="definition">What it runs.</param>
    /// <param name="study">How it stands.</param>
    /// <exception cref="InvalidInputException">It asks for more than a student may have.</exception>
    public StudyDefinition Require(StudyDefinition definition, StudySnapshot study)
    {
        if (FindProblems(definition, study) is { Count: > 0 } problems)
            throw new InvalidInputException(problems);
        var stop = definition.Stop with { Trials = study.TrialsAsked(definition), TimeLimitSeconds = definition.Stop.TimeLimitSeconds ?? Time.TotalSeconds };
        return definition with { Workers = study.WorkersAsked(definition), Stop = stop };
    }

    private IReadOnlyList<Problem> FindProblems(StudyDefinition definition, StudySnapshot study)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(study);
        Problem?[] problems =
        [
            Math.Max(study.TrialsAsked(definition), study.Trials.Count + study.Enqueued.Count) > Trials ? new Problem("stop.trials", $"A student's study has at most {Trials} trials.") : null,
            study.WorkersAsked(definition) > Workers ? new Problem("workers", $"A student's study has at most {Workers} workers.") : null,
            definition.Stop.TimeLimitSeconds > Time.TotalSeconds
                ? new Problem("stop.timeLimitSeconds", $"A student's study runs for at most {Time.TotalMinutes:0.#} minutes.")
                : null,
        ];
        return [.. problems.OfType<Problem>()];
    }
}
