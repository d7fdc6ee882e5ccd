using System.Globalization;
using Hpo.Engine.Searchers.Densities;
using Hpo.Engine.Space;

namespace Hpo.Engine.Searchers.Bohb;

/// <summary>
/// The density model of BOHB (Falkner, Klein and Hutter, <i>BOHB: robust and efficient hyperparameter optimization at scale</i>, ICML 2018,
/// section 3), made for Hyperband: kernel densities of good and of bad trials after the largest number of epochs that enough trials have
/// reached; candidates are drawn from the density of good trials with widened kernels, and the one with the largest ratio is tried; every
/// third suggestion is random. Unlike the authors' program, it works on the cells of integer and ordinal hyperparameters, and it counts
/// failed and pending trials as bad.
/// </summary>
public sealed class BohbSearcher : ModelSearcher
{
    private readonly BohbOptions _options;
    private readonly DensityRatio? _ratio;
    private int[] _goodTrials = [];

    /// <summary>The trial that the densities were made for.</summary>
    private int _fittedFor = -1;

    /// <summary>Prepares a search.</summary>
    /// <param name="space">Where configurations are looked for; all domains are supported.</param>
    /// <param name="initialConfigurations">The first suggestions, in order; null for none.</param>
    /// <param name="seed">Determines every draw.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <exception cref="Validation.InvalidInputException">An initial configuration does not belong to the space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range.</exception>
    public BohbSearcher(ConfigSpace space, IEnumerable<Configuration>? initialConfigurations = null, long seed = 0, BohbOptions? options = null)
        : base(space, initialConfigurations, seed, StartupTrialsOf(space))
    {
        options ??= new();
        Require(options.RandomFraction is >= 0 and <= 1, options.RandomFraction, nameof(options.RandomFraction));
        Require(options.Candidates >= 1, options.Candidates, nameof(options.Candidates));
        Require(options.TopFraction is > 0 and < 1, options.TopFraction, nameof(options.TopFraction));
        Require(options.BandwidthFactor is >= 1 and < double.PositiveInfinity, options.BandwidthFactor, nameof(options.BandwidthFactor));
        _options = options;
        _ratio = Cube.Axes.IsEmpty ? null : new DensityRatio(Cube.Axes, options.Candidates, hasPrior: false);
    }

    /// <inheritdoc/>
    protected override Suggestion ProposeFromModel(int trialId, int attempt, IList<Observation> observations)
    {
        if (RandomFor(trialId, attempt, "random or not").NextDouble() < _options.RandomFraction)
            return new Suggestion(Space.Sample(RandomFor(trialId, attempt, "random suggestion")), RandomReason());
        if (_fittedFor != trialId)
            Fit(observations);
        _fittedFor = trialId;
        _ratio!.Draw(RandomFor(trialId, attempt, "candidates"), _options.BandwidthFactor);
        for (var rank = 0; rank < _options.Candidates; rank++)
        {
            var configuration = Cube.Decode(_ratio.Candidate(rank));
            if (!WasTried(configuration))
                return new Suggestion(configuration, ReasonFor(_ratio.Candidate(rank)));
        }

        return new Suggestion(Cube.Decode(_ratio.Candidate(0)), ReasonFor(_ratio.Candidate(0)));
    }

    private void Fit(IList<Observation> observations)
    {
        var known = observations.Where(observation => !History.Failed.ContainsKey(observation.TrialId))
            .OrderBy(observation => observation.Error).ThenBy(observation => observation.TrialId)
            .Select(observation => (observation.TrialId, observation.Point));
        // the best first; failed trials are worse than all others
        List<(int TrialId, double[] Point)> done = [.. known, .. History.Failed.Select(failed => (failed.Key, failed.Value))];
        var (good, bad) = BohbRules.Split(done.Count, Cube.Axes.Length, _options.TopFraction);
        _goodTrials = [.. done.Take(good).Select(trial => trial.TrialId)];
        Place(_ratio!.Good, [.. done.Take(good).Select(trial => trial.Point)]);
        Place(_ratio.Bad, [.. done.TakeLast(bad).Select(trial => trial.Point), .. History.Pending.Values]);
    }

    private void Place(ParzenEstimator density, IReadOnlyList<double[]> points)
    {
        density.Resize(points.Count);
        for (var i = 0; i < Cube.Axes.Length; i++)
        {
            var axis = Cube.Axes[i];
            double[] positions = [.. points.Select(point => point[i])];
            var width = axis.Kind == AxisKind.Categorical
                ? BohbRules.Leaves([.. positions.Select(axis.CellOf)], axis.Cells, Cube.Axes.Length)
                : BohbRules.Bandwidth(positions, Cube.Axes.Length);
            for (var component = 0; component < positions.Length; component++)
                density[i].Set(component, positions[component], Math.Max(width, axis.HalfCell(positions[component])));
        }

        density.Complete();
    }

    private string ReasonFor(ReadOnlySpan<double> point) => RatioReason.Of(
        _ratio!.LogRatio(point), _ratio.Good.LogKernels(point), double.NegativeInfinity, _goodTrials);

    private string RandomReason() =>
        string.Create(CultureInfo.InvariantCulture, $"random, because {100 * _options.RandomFraction:0} % of suggestions are");

    private static int StartupTrialsOf(ConfigSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return BohbRules.SmallestModel(new UnitCube(space).Axes.Length);
    }

    private static void Require(bool holds, object value, string name)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(name, value, "The option lies outside its range.");
    }
}
