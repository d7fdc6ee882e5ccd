using Hpo.Engine.Randomness;
using Hpo.Engine.Space;

namespace Hpo.Engine.Searchers.Sobol;

/// <summary>
/// Quasi-random search (Bergstra and Bengio, JMLR 2012, section 5): the initial configurations first, then the points of a scrambled Sobol
/// sequence, which cover the space more evenly than random draws; from a finite space without repetition.
/// </summary>
public sealed class SobolSearcher : ConfigSpaceSearcher
{
    /// <summary>How far apart in the sequence the proposals for the same trial lie: further than any study has trials.</summary>
    private const int AttemptShift = 24;

    private readonly UnitCube _cube;
    private readonly SobolSequence _sequence;

    /// <summary>Searches a space.</summary>
    /// <param name="space">Where to draw from.</param>
    /// <param name="initialConfigurations">The first suggestions, in order; null for none.</param>
    /// <param name="seed">Determines the scrambling.</param>
    /// <exception cref="Validation.InvalidInputException">An initial configuration does not belong to the space.</exception>
    public SobolSearcher(ConfigSpace space, IEnumerable<Configuration>? initialConfigurations = null, long seed = 0)
        : base(space, initialConfigurations, seed)
    {
        _cube = new UnitCube(space);
        _sequence = new SobolSequence(_cube.Axes.Length, RandomStream.DeriveSeed(seed, -1, "Sobol search"));
    }

    /// <inheritdoc/>
    protected override Suggestion Propose(int trialId, int attempt)
    {
        var index = trialId - InitialCount;
        Span<double> point = stackalloc double[_sequence.Dimensions];
        _sequence.Point(index + ((long)attempt << AttemptShift), point);
        return new Suggestion(_cube.Decode(point), attempt == 0
            ? $"quasi-random point {index + 1}"
            : $"quasi-random point far on, because point {index + 1} had been tried");
    }
}
