using System.Collections.Immutable;
using System.Numerics;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;

namespace Hpo.Engine.Searchers.Grid;

/// <summary>
/// Grid search: the initial configurations first, then every combination of some values of each hyperparameter. A category takes all its values,
/// and so does a range of no more values than the resolution; of other ranges as many values as that are taken, evenly spread on the
/// range's own scale, both ends among them. The points are computed as they are asked for, so that a grid may be of any size.
/// </summary>
public sealed class GridSearcher : ConfigSpaceSearcher
{
    private readonly ImmutableArray<ImmutableArray<ParameterValue>> _values;
    private readonly BigInteger _count;
    private readonly LazyShuffle? _shuffle;

    /// <summary>What has been started: the grid leaves it out, whether its points came from the grid or not.</summary>
    private readonly HashSet<Configuration> _started = [];

    /// <summary>How many points have been taken from the grid.</summary>
    private BigInteger _taken;

    /// <summary>Searches a space.</summary>
    /// <param name="space">Where to search.</param>
    /// <param name="initialConfigurations">The first suggestions, in order; null for none.</param>
    /// <param name="seed">Determines the order of the points.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <exception cref="Validation.InvalidInputException">An initial configuration does not belong to the space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is out of range.</exception>
    public GridSearcher(ConfigSpace space, IEnumerable<Configuration>? initialConfigurations = null, long seed = 0, GridOptions? options = null)
        : base(space, initialConfigurations, seed)
    {
        options ??= new GridOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Resolution, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Resolution, FiniteDomain.MaxValues, nameof(options));
        _values = [.. space.Parameters.Select(parameter => ValuesOf(parameter.Domain, options.Resolution))];
        _count = _values.Aggregate(BigInteger.One, (product, values) => product * values.Length);
        _shuffle = options.Shuffled ? new LazyShuffle(_count, RandomStream.DeriveSeed(seed, -1, "grid search")) : null;
    }

    /// <inheritdoc/>
    public override void OnTrialStarted(int trialId, Configuration configuration)
    {
        base.OnTrialStarted(trialId, configuration);
        _started.Add(configuration);
    }

    /// <inheritdoc/>
    protected override Suggestion? Propose(int trialId, int attempt)
    {
        while (_taken < _count)
        {
            var index = _shuffle?.Next() ?? _taken;
            _taken++;
            var configuration = At(index);
            if (!_started.Contains(configuration))
                return new Suggestion(configuration, $"grid point {index + 1} of {_count}");
        }

        return null;
    }

    /// <summary>The values of a domain that the grid is made of; each once.</summary>
    internal static ImmutableArray<ParameterValue> ValuesOf(Domain domain, int resolution)
    {
        if (domain.Cardinality is { } count && (count <= resolution || (!domain.IsOrdered && count <= FiniteDomain.MaxValues)))
            return [.. Enumerable.Range(0, (int)count).Select(i => domain.ValueAt(i)).Distinct()];
        if (resolution == 1)
            return [domain.Decode(0.5)];
        // on a log scale of integers, neighbouring positions may stand for the same one
        return [.. Enumerable.Range(0, resolution).Select(i => domain.Decode((double)i / (resolution - 1))).Distinct()];
    }

    /// <summary>A point by its number, the last hyperparameter counting fastest.</summary>
    private Configuration At(BigInteger index)
    {
        var values = new (string Name, ParameterValue Value)[_values.Length];
        for (var i = values.Length - 1; i >= 0; i--)
        {
            index = BigInteger.DivRem(index, _values[i].Length, out var digit);
            values[i] = (Space.Parameters[i].Name, _values[i][(int)digit]);
        }

        return new(values);
    }
}
