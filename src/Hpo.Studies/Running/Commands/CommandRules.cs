using Hpo.Studies.Definitions;
using Hpo.Studies.Views;

namespace Hpo.Studies.Running.Commands;

/// <summary>What may be asked of a study, whatever it is doing: nothing that its definition could not have asked for.</summary>
internal static class CommandRules
{
    /// <summary>How many configurations may wait to be tried.</summary>
    public const int MaxEnqueued = 100;

    /// <summary>Why a command is not possible, in words; null when it may be.</summary>
    public static string? Problem(StudyCommand command, StudyDefinition definition, StudySnapshot study) => command switch
    {
        SetNumberOfTrials set => StudyDefinitionRules.Count(set.Trials, StudyDefinitionRules.MaxTrials, "trials"),
        SetWorkers set => StudyDefinitionRules.Count(set.Workers, StudyDefinitionRules.MaxWorkers, "workers"),
        TryConfiguration attempt => Problem(attempt, definition, study),
        _ => null,
    };

    private static string? Problem(TryConfiguration attempt, StudyDefinition definition, StudySnapshot study)
    {
        if (definition.Space.Check(attempt.Configuration) is { Count: > 0 } problems)
            return string.Join(' ', problems.Select(problem => $"{problem.Path}: {problem.Message}"));
        return study.Enqueued.Count >= MaxEnqueued ? $"{MaxEnqueued} configurations wait to be tried already."
            : study.TrialsAsked(definition) >= StudyDefinitionRules.MaxTrials ? StudyDefinitionRules.Count(StudyDefinitionRules.MaxTrials + 1, StudyDefinitionRules.MaxTrials, "trials")
            : null;
    }
}
