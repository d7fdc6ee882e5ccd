using System.Globalization;

namespace Hpo.Engine.Schedulers;

/// <summary>Where a trial stands among those that have reached the same rung, at the moment it reaches it.</summary>
/// <param name="Bracket">The bracket the trial belongs to, from 0 (see <see cref="HpoScheduler.Brackets"/>).</param>
/// <param name="Epoch">The rung: the number of epochs after which it is reached.</param>
/// <param name="Rank">The trial's place by error, 1 for the smallest.</param>
/// <param name="Of">How many trials have reached the rung so far, this one included.</param>
/// <param name="CutOff">The largest error with which a trial goes on, as far as is known now; null when none is cut off yet.</param>
public sealed record RungStanding(int Bracket, int Epoch, int Rank, int Of, double? CutOff)
{
    /// <summary>The standing in words: <c>rung 3: rank 2 of 9, cut-off 0.142</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"rung {Epoch}: rank {Rank} of {Of}, {(CutOff is { } cutOff ? $"cut-off {cutOff:G4}" : "no cut-off yet")}");
}
