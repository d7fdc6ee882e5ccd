using System.Globalization;
using Hpo.Engine.Space;

namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>
/// Bayesian optimisation (Snoek, Larochelle and Adams, <i>Practical Bayesian optimization of machine learning algorithms</i>, NeurIPS 2012):
/// a Gaussian process with the kernel <see cref="Matern52"/> is fitted to the errors, and the configuration is proposed whose expected
/// improvement is largest; its logarithm is what is maximised (Ament et al., 2023). Pending trials are fantasised by the kriging believer,
/// failed ones count as worse than all errors. Works with all domains. A proposal is a function of the seed, the trial's number and what is
/// known, in the order of trial numbers: nothing is carried over from earlier proposals but what would be computed again.
/// </summary>
public sealed class GpSearcher : ModelSearcher
{
    /// <summary>The largest number of trials in the model; of more, the better half of these and others evenly spread.</summary>
    private const int MaxTrials = 1000;

    /// <summary>How many of the best points candidates are drawn around.</summary>
    private const int Incumbents = 5;

    /// <summary>How many trials a reason names.</summary>
    private const int Named = 3;

    private readonly HyperparameterFit _fit;
    private readonly GaussianProcess _model;
    private readonly AcquisitionSearch _acquisition;

    /// <summary>Prepares a search.</summary>
    /// <param name="space">Where configurations are looked for.</param>
    /// <param name="initialConfigurations">The first suggestions, in order; null for none.</param>
    /// <param name="seed">Determines every draw.</param>
    /// <param name="options">What may be set; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="Validation.InvalidInputException">An initial configuration does not belong to the space.</exception>
    public GpSearcher(
        ConfigSpace space, IEnumerable<Configuration>? initialConfigurations = null, long seed = 0, GpOptions? options = null)
        : base(space, initialConfigurations, seed, (options ?? new()).StartupTrials)
    {
        var kernel = new Matern52(Cube.Axes);
        _fit = new(kernel);
        _model = new(kernel);
        _acquisition = new(space, Cube);
    }

    /// <inheritdoc/>
    protected override Suggestion ProposeFromModel(int trialId, int attempt, IList<Observation> observations) =>
        ProposeFrom(GpData.From(History, observations), trialId, attempt);

    /// <inheritdoc/>
    protected override Func<int, Suggestion> BeginFromModel(int trialId, IList<Observation> observations)
    {
        var data = GpData.From(History, observations);
        return attempt => ProposeFrom(data, trialId, attempt);
    }

    private Suggestion ProposeFrom(GpData data, int trialId, int attempt)
    {
        if (Array.TrueForAll(data.Errors, double.IsNaN))
            return Fallback(trialId, attempt, "every trial that has reported failed later");
        if (_fit.Fit(data) is not { } theta)
            return Fallback(trialId, attempt, "no hyperparameters of the Gaussian process could be found");

        data = data.Part(Subset.Choose(TargetScale.Of(data.Errors).Targets, MaxTrials));
        var scale = TargetScale.Of(data.Errors);
        if (!_model.TrySetData(theta, [.. data.Points, .. data.Pending], scale.Targets))
            return Fallback(trialId, attempt, "the kernel's matrix is not positive definite");
        var best = Enumerable.Range(0, data.Points.Length)
            .Where(i => !double.IsNaN(data.Errors[i])).OrderBy(i => scale.Targets[i]).Take(Incumbents).Select(i => data.Points[i]).ToArray();
        var found = _acquisition.Find(_model, [.. data.Points, .. data.Pending], best, RandomFor(trialId, 0, "candidates"));
        if (attempt >= found.Count)
            return Fallback(trialId, attempt, "what the model proposes had been tried");
        return new(Cube.Decode(found[attempt].Point), Reason(data, scale, found[attempt]));
    }

    private string Reason(GpData data, TargetScale scale, ScoredPoint proposal)
    {
        var log = proposal.Score + scale.LogUnit;
        var related = _model.MostRelated(proposal.Point, data.Points.Length, Named).Select(i => data.TrialIds[i]);
        return string.Create(
            CultureInfo.InvariantCulture, $"model: expected improvement {Math.Exp(log):G2} (log {log:F1}), shaped most by {TrialNames.List(related)}");
    }

    private Suggestion Fallback(int trialId, int attempt, string why) =>
        new(Space.Sample(RandomFor(trialId, attempt, "fallback")), $"fallback: drawn at random, because {why}");
}
