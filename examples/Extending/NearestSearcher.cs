using Hpo.Engine.Searchers;
using Hpo.Engine.Space;

namespace Extending;

/// <summary>Draws a few configurations and suggests the one whose nearest known neighbour had the smallest error.</summary>
/// <param name="space">Where configurations are looked for.</param>
/// <param name="initialConfigurations">The first suggestions, in order; null for none.</param>
/// <param name="seed">Determines every draw.</param>
/// <param name="candidates">How many are drawn, at least 1.</param>
public sealed class NearestSearcher(ConfigSpace space, IEnumerable<Configuration>? initialConfigurations = null, long seed = 0, int candidates = 24)
    : ModelSearcher(space, initialConfigurations, seed, startupTrials: 8)
{
    /// <inheritdoc/>
    protected override Suggestion ProposeFromModel(int trialId, int attempt, IList<Observation> observations)
    {
        var random = RandomFor(trialId, attempt, "nearest neighbour");
        var (best, nearest) = Enumerable.Range(0, candidates)
            .Select(_ => Space.Sample(random))
            .Select(configuration => (configuration, Nearest: Nearest(Cube.Encode(configuration), observations)))
            .MinBy(candidate => candidate.Nearest.Error);
        return new Suggestion(best, $"model: nearest to {TrialNames.Of(nearest.TrialId)}");
    }

    private static Observation Nearest(double[] point, IList<Observation> observations) =>
        observations.MinBy(known => known.Point.Zip(point, (x, y) => (x - y) * (x - y)).Sum());
}
