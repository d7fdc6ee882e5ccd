using Hpo.Dashboard.Models.Space;
using Hpo.Studies.Catalog;
using Hpo.Studies.Classes;

namespace Hpo.Dashboard.Models.Form;

/// <summary>What helps at the fields of the study form while nothing is wrong with them.</summary>
/// <param name="objective">What is minimised.</param>
/// <param name="limits">What a student may have; null for others.</param>
/// <param name="cores">The cores of this machine.</param>
public sealed class StudyHints(ObjectiveEntry objective, ClassLimits? limits, int cores)
{
    /// <summary>What a field is for; null for one that speaks for itself.</summary>
    public string? Hint(StudyField field, string text) => field switch
    {
        StudyField.Trials => $"Configurations to try{AtMost(limits?.Trials)}.",
        StudyField.MaxEpochs => objective.Describe.HasEpochs ? "Passes over the data." : "It has no epochs.",
        StudyField.Workers => $"At the same time{AtMost(limits?.Workers)}.",
        StudyField.Seed => "Same seed, same study.",
        StudyField.TimeLimit => DurationText.OtherWords(text) ?? (limits is null ? "Such as 10 min." : $"At most {DurationText.Words(limits.Time.TotalSeconds)}."),
        StudyField.TargetError => "Such as 0.1.",
        StudyField.TrialTimeout => DurationText.OtherWords(text) ?? "Ends slow trials.",
        _ => null,
    };

    /// <summary>What stands in a field that is empty; null for nothing.</summary>
    public string? Placeholder(StudyField field) => field switch
    {
        StudyField.TimeLimit when limits is not null => DurationText.Words(limits.Time.TotalSeconds),
        StudyField.TimeLimit or StudyField.TargetError or StudyField.TrialTimeout => "none",
        _ => null,
    };

    /// <summary>What is possible in a field, and perhaps not meant; null when there is nothing.</summary>
    public string? Caution(StudyField field, string text) => field switch
    {
        StudyField.TimeLimit or StudyField.TrialTimeout => DurationText.Caution(text),
        StudyField.Workers => Workers(text),
        StudyField.TargetError => Target(text),
        _ => null,
    };

    private static string AtMost(int? limit) => limit is { } most ? $", at most {ValueText.Write(most)}" : "";

    // one that is held back for people to watch, or is replayed, needs no core
    private string? Workers(string text) => ValueText.ReadInteger(text, out var workers) is null && workers > cores && !objective.IsSimulated && objective.Pace is null
        ? $"This machine has {ValueText.Write(cores)} {(cores == 1 ? "core" : "cores")}: more workers make each of them slower, and the study no faster."
        : null;

    private string? Target(string text)
    {
        if (ValueText.ReadReal(text, out var target) is not null)
            return null;
        if (objective.Describe.SmallestError is { } smallest && target < smallest)
            return $"Never reached: no error of {objective.Name} is below {ValueText.Write(smallest)}.";
        return objective.Describe.LargestError is { } largest && target >= largest
            ? $"Reached by the first trial: no error of {objective.Name} is above {ValueText.Write(largest)}."
            : null;
    }
}
