using System.Globalization;
using Hpo.Engine.Validation;

namespace Hpo.Studies.Definitions;

/// <summary>What a warm start may contain.</summary>
public static class WarmStartRules
{
    /// <summary>The largest number of earlier trials; a Gaussian process makes use of no more either.</summary>
    public const int MaxTrials = 1000;

    /// <summary>The largest number of studies that they come from.</summary>
    public const int MaxStudies = 10;

    /// <summary>What is wrong with where a definition says it comes from, and with its warm start.</summary>
    internal static IEnumerable<Problem> FindProblems(StudyDefinition definition) =>
        (definition.ClonedFrom is { } parent ? Reference(parent).Select(problem => problem.Within("clonedFrom")) : [])
            .Concat(definition.WarmStart is { } warm ? FindProblems(definition, warm).Select(problem => problem.Within("warmStart")) : []);

    private static IEnumerable<Problem> FindProblems(StudyDefinition definition, WarmStart warm)
    {
        if (warm.Studies.IsDefault || warm.Trials.IsDefault)
            return [new("", "The studies and the trials of a warm start are lists.")];
        if (warm.Trials.Length is 0 or > MaxTrials)
            return [new("trials", $"A warm start has between 1 and {MaxTrials} trials, not {warm.Trials.Length}.")];
        if (warm.Studies.Length > MaxStudies)
            return [new("studies", $"A warm start comes from at most {MaxStudies} studies.")];
        return warm.Studies.SelectMany((study, i) => Reference(study).Select(problem => problem.Within(Number(i)).Within("studies")))
            .Concat(warm.Trials.SelectMany((trial, i) => Trial(definition, trial).Select(problem => problem.Within(Number(i)).Within("trials"))));
    }

    // in a list a JSON text can hold null, whatever the list's type says
    private static IEnumerable<Problem> Trial(StudyDefinition definition, EarlierTrial? trial)
    {
        if (trial is null)
        {
            yield return new("", "The trial is missing.");
            yield break;
        }

        foreach (var problem in definition.Space.Check(trial.Configuration))
            yield return problem.Within("configuration");
        if (!double.IsFinite(trial.Error))
            yield return new("error", "The error of an earlier trial is a finite number.");
        if (StudyDefinitionRules.Count(trial.Epochs, StudyDefinitionRules.MaxEpochs, "epochs") is { } problemOfEpochs)
            yield return new("epochs", problemOfEpochs);
    }

    private static IEnumerable<Problem> Reference(StudyReference? study)
    {
        if (study is null)
        {
            yield return new("", "The study is missing.");
            yield break;
        }

        if (StudyDefinitionRules.Name(study.Name) is { } problem)
            yield return new("name", problem);
        if (string.IsNullOrEmpty(study.Id) || study.Id.Length > 64 || !study.Id.All(char.IsAsciiLetterOrDigit))
            yield return new("id", "The id of a study consists of at most 64 letters and digits.");
    }

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
