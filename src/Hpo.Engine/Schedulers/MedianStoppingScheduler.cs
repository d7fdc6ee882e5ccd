using System.Globalization;
using Hpo.Engine.Searchers;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// Median stopping (Golovin et al., <i>Google Vizier: a service for black-box optimization</i>, KDD 2017): a trial is stopped after an epoch when
/// its running mean, the mean of its errors up to that epoch, is above the median of the running means with which the other trials have passed the
/// same epoch. Trials that were stopped later than that, or there, are among the others. (The paper compares the best error so far with
/// that median, which spares a noisy curve for a single lucky epoch.) The searcher learns the error of every epoch.
/// </summary>
public sealed class MedianStoppingScheduler : MultiFidelityScheduler
{
    /// <summary>For each epoch the running means of the trials that have passed it, in ascending order.</summary>
    private readonly List<double>[] _means;

    /// <summary>For each trial the sum of its errors and their number.</summary>
    private readonly Dictionary<int, (double Sum, int Count)> _errors = [];

    /// <summary>Prepares a study.</summary>
    /// <param name="searcher">Suggests the configurations.</param>
    /// <param name="maxEpochs">The number of epochs of a full evaluation.</param>
    /// <param name="options">How trials are judged; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range.</exception>
    public MedianStoppingScheduler(HpoSearcher searcher, int maxEpochs, MedianStoppingOptions? options = null)
        : base(searcher, maxEpochs)
    {
        Options = options ?? new MedianStoppingOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(Options.GraceEpochs, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.MinTrials, 1, nameof(options));
        _means = [.. Enumerable.Range(0, maxEpochs).Select(_ => new List<double>())];
    }

    /// <summary>How trials are judged.</summary>
    public MedianStoppingOptions Options { get; }

    /// <inheritdoc/>
    protected override string Name => "Median stopping";

    /// <inheritdoc/>
    protected override bool Pauses => false;

    /// <inheritdoc/>
    public override Decision Suggest(int? trialId) => StartNew(trialId) ?? WaitOrEnd();

    /// <inheritdoc/>
    protected override bool IsCompared(int trialId, int epoch) => true;

    /// <inheritdoc/>
    protected override Verdict Judge(int trialId, double error, int epoch)
    {
        var (sum, count) = _errors.GetValueOrDefault(trialId);
        _errors[trialId] = (sum += error, ++count);
        var mean = sum / count;
        var others = _means[epoch - 1];
        var median = others.Count >= Options.MinTrials ? Median(others) : double.PositiveInfinity;
        var verdict = mean > median && epoch > Options.GraceEpochs && epoch < MaxEpochs
            ? Verdict.Stop(string.Create(
                CultureInfo.InvariantCulture, $"epoch {epoch}: running mean {mean:G4}, above the median {median:G4} of {others.Count} others"))
            : Verdict.Continue;
        var place = others.BinarySearch(mean);
        others.Insert(place >= 0 ? place : ~place, mean);
        return verdict;
    }

    private static double Median(List<double> ascending) => (ascending[(ascending.Count - 1) / 2] + ascending[ascending.Count / 2]) / 2;
}
