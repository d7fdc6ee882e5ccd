using System.Collections.Immutable;
using System.Globalization;
using Hpo.Engine.Space;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>The best result so far, beside the one it replaced.</summary>
/// <param name="Number">Which new best this is, from 1.</param>
/// <param name="Step">Its error, trial and moment.</param>
/// <param name="Previous">The best before; null for the first.</param>
/// <param name="Values">The configuration, hyperparameter by hyperparameter.</param>
/// <param name="Both">The error and the one that its trial came to afterwards, in words; null when that is the same.</param>
public sealed record IncumbentSummary(int Number, IncumbentStep Step, IncumbentStep? Previous, ImmutableArray<ValueChange> Values, string? Both)
{
    private const double MostShare = 0.995, MostTimes = 1e6;

    /// <summary>The best result of a study; null before there is one.</summary>
    public static IncumbentSummary? Of(StudySnapshot study)
    {
        if (study.Incumbent is not { } step)
            return null;
        IncumbentStep? previous = study.Incumbents.Count > 1 ? study.Incumbents[^2] : null;
        var before = previous is { } earlier ? study.Trials[earlier.TrialId].Configuration : null;
        var values = study.Trials[step.TrialId].Configuration.Select(entry =>
            new ValueChange(entry.Key, entry.Value, before is not null && before.TryGetValue(entry.Key, out var value) ? value : default(ParameterValue?)));
        var trial = study.Trials[step.TrialId];
        return new(study.Incumbents.Count, step, previous, [.. values], ErrorWords.Lines(trial).Then is null ? null : ErrorWords.Of(trial));
    }

    /// <summary>What is new about it, in a sentence.</summary>
    public string WhatChanged => Previous is not { } previous
        ? "The first result of this study."
        : $"{Improvement(previous.Error)} than {Before(previous)}.";

    /// <summary>Whether the same trial was the best before, and got better by going on.</summary>
    public bool IsSameTrial => Previous?.TrialId == Step.TrialId;

    private string Before(IncumbentStep previous) => IsSameTrial
        ? $"this trial's own {Format.Error(previous.Error)} before it went on"
        : $"trial {previous.TrialId}, which had {Format.Error(previous.Error)}";

    // a share of the former error says something when both are above 0 and not worlds apart; a difference when it is a number; otherwise the numbers themselves do
    private string Improvement(double before)
    {
        var difference = before - Step.Error;
        if (before > 0 && Step.Error >= 0 && difference / before is var share && (share < MostShare || Step.Error == 0))
            return $"{Share(share)} lower";
        return double.IsFinite(difference) && Math.Abs(before) < MostTimes * difference ? $"{Format.Error(difference)} lower" : $"{Format.Error(Step.Error)}: lower";
    }

    private static string Share(double share) => share switch
    {
        < 0.001 => "less than 0.1 %",
        < 0.1 => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %",
        _ => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %",
    };
}
