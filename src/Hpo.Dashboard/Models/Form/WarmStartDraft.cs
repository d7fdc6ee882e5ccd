using System.Collections.Immutable;
using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Space;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Form;

/// <summary>What the searcher is to learn before it begins, as it was chosen.</summary>
/// <param name="Sources">Where the trials come from.</param>
public sealed record WarmStartDraft(ImmutableArray<WarmStartSource> Sources)
{
    /// <summary>Nothing.</summary>
    public static WarmStartDraft None { get; } = new([]);

    /// <summary>Whether there is room for another source.</summary>
    public bool HasRoom => Sources.Sum(source => source.Studies.Length) < WarmStartRules.MaxStudies;

    public WarmStartDraft With(WarmStartSource source) => Sources.Any(other => other.Key == source.Key) ? this : new(Sources.Add(source));

    public WarmStartDraft Without(string key) => new(Sources.RemoveAll(source => source.Key == key));

    public bool IsSame(WarmStartDraft other) => Sources.Select(source => source.Key).SequenceEqual(other.Sources.Select(source => source.Key));

    /// <summary>The trials for a study.</summary>
    public WarmStartSelection Select(ConfigSpace space, Configuration? initial, int maxEpochs, int most) =>
        WarmStartSelection.Of(Sources.Select(source => source.TrialsOf(maxEpochs)), space, initial, most);

    /// <summary>The warm start of the definition.</summary>
    public WarmStart Of(WarmStartSelection selection) =>
        new() { Studies = [.. Sources.SelectMany(source => source.Studies).DistinctBy(study => study.Id)], Trials = selection.Trials };

    /// <summary>Reads how many trials are wanted; empty for as many as possible. Returns what is wrong with the text, null when nothing is.</summary>
    public static string? ReadMost(string text, out int most)
    {
        most = WarmStartRules.MaxTrials;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (ValueText.ReadInteger(text, out var number) is { } problem)
            return problem;
        most = (int)Math.Clamp(number, 0, WarmStartRules.MaxTrials);
        return StudyDefinitionRules.Count(number, WarmStartRules.MaxTrials, "trials");
    }
}
