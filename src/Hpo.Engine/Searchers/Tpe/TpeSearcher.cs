using Hpo.Engine.Searchers.Densities;
using Hpo.Engine.Space;

namespace Hpo.Engine.Searchers.Tpe;

/// <summary>
/// The tree-structured Parzen estimator (Bergstra, Bardenet, Bengio and Kégl, <i>Algorithms for hyper-parameter optimization</i>, NeurIPS
/// 2011): after some random configurations, the best tenth of all trials, 25 at most, are called good; candidates are drawn from the
/// density l of good trials, and the one is tried that has the largest l/g, g being the density of the others. Kernels are products over
/// all hyperparameters, as in Falkner et al. (<i>BOHB</i>, ICML 2018); their widths are Bergstra's, between a hundredth of the range and a
/// quarter of it (Watanabe, <i>Tree-structured Parzen estimator</i>, 2023, compares the choices), with bounds that depend on the number of
/// hyperparameters. Pending and failed trials count as bad: a search with many workers spreads out, and keeps away from where trials fail.
/// </summary>
public sealed class TpeSearcher : ModelSearcher
{
    private readonly TpeOptions _options;
    private readonly TpeModel? _model;
    private readonly List<(int TrialId, double[] Point)> _trials = [];
    private Observation[] _observations = [];

    /// <summary>Prepares a search.</summary>
    /// <param name="space">Where configurations are looked for; all domains are supported.</param>
    /// <param name="initialConfigurations">The first suggestions, in order; null for none. They count as start-up trials.</param>
    /// <param name="seed">Determines every draw.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <exception cref="Validation.InvalidInputException">An initial configuration does not belong to the space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range.</exception>
    public TpeSearcher(ConfigSpace space, IEnumerable<Configuration>? initialConfigurations = null, long seed = 0, TpeOptions? options = null)
        : base(space, initialConfigurations, seed, (options ??= new()).StartupTrials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Candidates, 1, nameof(options));
        _options = options;
        _model = Cube.Axes.IsEmpty ? null : new TpeModel(Cube.Axes, options.Candidates, options.Multivariate);
    }

    /// <inheritdoc/>
    protected override Suggestion ProposeFromModel(int trialId, int attempt, IList<Observation> observations)
    {
        if (attempt == 0)
            Fit(observations);
        // further attempts look further away
        for (var part = 0; part < _model!.Parts.Length; part++)
            _model.Parts[part].Draw(RandomFor(trialId, attempt, $"candidates {part}"), 1 + attempt);
        var point = new double[Cube.Axes.Length];
        Configuration? first = null;
        for (var rank = 0; rank < _options.Candidates; rank++)
        {
            Candidate(rank, point);
            var configuration = Cube.Decode(point);
            if (!WasTried(configuration))
                return new Suggestion(configuration, ReasonFor(point));
            first ??= configuration;
        }

        return new Suggestion(first!, "model: the best candidate");
    }

    private void Fit(IList<Observation> observations)
    {
        var known = Usable(observations);
        _trials.Clear();
        foreach (var observation in known)
            _trials.Add((observation.TrialId, observation.Point));
        // failed trials are the worst ones: they count, though they cannot be good
        foreach (var (trial, point) in History.Failed)
            _trials.Add((trial, point));
        var done = _trials.Count;
        foreach (var (trial, point) in History.Pending)
            _trials.Add((trial, point));
        _model!.Fit(BestTrials.Of(known, Math.Min(TpeRules.GoodCount(done), known.Length)), _trials, done);
    }

    /// <summary>The errors of trials that did not fail later on.</summary>
    private ReadOnlySpan<Observation> Usable(IList<Observation> observations)
    {
        if (_observations.Length < observations.Count)
            _observations = new Observation[2 * observations.Count];
        observations.CopyTo(_observations, 0);
        var count = observations.Count;
        if (History.Failed.Count > 0)
        {
            count = 0;
            foreach (var observation in _observations.AsSpan(0, observations.Count))
            {
                if (!History.Failed.ContainsKey(observation.TrialId))
                    _observations[count++] = observation;
            }
        }

        return _observations.AsSpan(0, count);
    }

    /// <summary>The point made of each part's candidate of a rank.</summary>
    private void Candidate(int rank, Span<double> point)
    {
        foreach (var part in _model!.Parts)
        {
            part.Candidate(rank).CopyTo(point);
            point = point[part.Candidate(rank).Length..];
        }
    }

    private string ReasonFor(ReadOnlySpan<double> point)
    {
        var (logRatio, logPrior) = (0.0, 0.0);
        var logKernels = new double[_model!.GoodTrials.Length];
        foreach (var part in _model.Parts)
        {
            var coordinates = point[..part.Candidate(0).Length];
            point = point[coordinates.Length..];
            logRatio += part.LogRatio(coordinates);
            logPrior += part.Good.LogPrior(coordinates);
            var kernels = part.Good.LogKernels(coordinates);
            for (var i = 0; i < kernels.Length; i++)
                logKernels[i] += kernels[i];
        }

        return RatioReason.Of(logRatio, logKernels, logPrior, _model.GoodTrials);
    }
}
