using System.Collections.Immutable;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>A rung with the trials that have reached it.</summary>
/// <param name="Epoch">The number of epochs after which it is reached.</param>
/// <param name="Trials">The trials, the smallest error first.</param>
/// <param name="CutOff">The largest error with which a trial goes on, as far as is known now; null when none is cut off.</param>
public sealed record LadderRung(int Epoch, ImmutableArray<RungTrial> Trials, double? CutOff)
{
    /// <summary>How many of the trials lie within the cut-off; all when there is none.</summary>
    public int Within => CutOff is { } cutOff ? Trials.Count(trial => trial.Error <= cutOff) : Trials.Length;

    /// <summary>How many trials stand how, in the order of the states.</summary>
    public IEnumerable<(StatusLabel Label, int Count)> Counts =>
        from trial in Trials
        group trial by (trial.State, trial.Label) into same
        orderby same.Key.State, same.Key.Label.Word
        select (same.Key.Label, same.Count());
}
