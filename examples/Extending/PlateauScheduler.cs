using System.Globalization;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;

namespace Extending;

/// <summary>Stops a trial whose error has not become smaller for some epochs.</summary>
/// <param name="searcher">Suggests the configurations.</param>
/// <param name="maxEpochs">The number of epochs of a full evaluation.</param>
/// <param name="patience">After how many epochs without a smaller error a trial is stopped, at least 1.</param>
public sealed class PlateauScheduler(HpoSearcher searcher, int maxEpochs, int patience = 3) : MultiFidelityScheduler(searcher, maxEpochs)
{
    private readonly Dictionary<int, (double Error, int Epoch)> _best = [];

    /// <inheritdoc/>
    protected override string Name => "Plateau stopping";

    /// <inheritdoc/>
    protected override bool Pauses => false;

    /// <inheritdoc/>
    public override Decision Suggest(int? trialId) => StartNew(trialId) ?? WaitOrEnd();

    /// <inheritdoc/>
    protected override bool IsCompared(int trialId, int epoch) => true;

    /// <inheritdoc/>
    protected override Verdict Judge(int trialId, double error, int epoch)
    {
        if (!_best.TryGetValue(trialId, out var best) || error < best.Error)
            _best[trialId] = best = (error, epoch);
        return epoch - best.Epoch < patience
            ? Verdict.Continue
            : Verdict.Stop(string.Create(CultureInfo.InvariantCulture, $"no smaller error since epoch {best.Epoch}, where it was {best.Error:G4}"));
    }
}
