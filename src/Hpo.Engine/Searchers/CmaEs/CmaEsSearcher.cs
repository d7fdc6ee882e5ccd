using System.Globalization;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Searchers.CmaEs;

/// <summary>
/// CMA-ES (Hansen, <i>The CMA evolution strategy: a tutorial</i>, arXiv:1604.00772): samples of a normal distribution over the unit cube are
/// tried, a generation at a time, and the distribution moves to the better half of them and learns their correlations; integers and steps with
/// margin (Hamano et al., 2022), categories after CatCMA (Hamano et al., 2024), restarts with twice the population (Auger and Hansen, 2005).
/// The samples of a generation are a Latin hypercube's; those that fall outside of the bounds are clipped to them.
/// </summary>
/// <remarks>
/// <para>
/// The first mean is the centre of the cube, as in other implementations: with the default step the bounds are three deviations away, so that
/// the first generations cover the whole of it. The centre itself is never tried, and a restart begins at random. Initial configurations count as
/// members of the first generation: good ones draw the mean towards them, bad ones do no harm.
/// </para>
/// <para>
/// Errors of earlier studies place and size the first distribution (Nomura, Watanabe, Akimoto, Ozaki and Onishi, <i>Warm starting CMA-ES for
/// hyperparameter optimization</i>, AAAI 2021): see <see cref="WarmStart"/>. They count in no generation.
/// </para>
/// <para>
/// Nothing is waited for. While trials are pending, further samples are drawn from the same distribution; as soon as a population of trials has
/// reported, the next suggestion is made from an updated one. A report that comes later than that, and any configuration that was not drawn
/// here, counts in the generation of its report. The order of reports within a generation means nothing.
/// </para>
/// <para>
/// A failed trial is the worst of its generation: the distribution shrinks away from it, and never moves towards it. CMA-ES compares final
/// errors, and errors after different numbers of epochs are never compared: under a scheduler that stops trials early, a trial that has gone
/// further ranks before all that have not, among those the errors decide, and each trial counts once, with what it has reported when its
/// generation ends. What is learned then is mostly how to survive the first rung.
/// </para>
/// </remarks>
public sealed class CmaEsSearcher : ConfigSpaceSearcher
{
    /// <summary>How often a sample may be drawn that is the same as an earlier one.</summary>
    private const int MaxDraws = 20;

    private readonly UnitCube _cube;
    private readonly CmaEsOptions _options;

    /// <summary>The trials that have not counted in a generation yet.</summary>
    private readonly Dictionary<int, Sample> _samples = [];

    /// <summary>Those of them that have reported.</summary>
    private readonly Dictionary<int, Member> _reported = [];

    /// <summary>The configurations of samples that were clipped to a bound.</summary>
    private readonly HashSet<Configuration> _clipped = [];

    /// <summary>What earlier studies had, until the first sample is drawn.</summary>
    private readonly List<Member> _earlier = [];

    private SearchDistribution _distribution;
    private RestartRule _rule;
    private int _population;

    /// <summary>How often the distribution was updated or replaced.</summary>
    private int _version;

    /// <summary>The samples drawn from this version for different trials.</summary>
    private int _drawn;
    private int _generation = 1;
    private int _restarts;
    private string? _restartCause;
    private bool _isWarm;

    /// <summary>Searches a space.</summary>
    /// <param name="space">Where configurations are looked for; domains of all kinds.</param>
    /// <param name="initialConfigurations">The first suggestions, in order; null for none.</param>
    /// <param name="seed">Determines every draw.</param>
    /// <param name="options">How to search; null for the defaults.</param>
    /// <exception cref="Validation.InvalidInputException">An initial configuration does not belong to the space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public CmaEsSearcher(ConfigSpace space, IEnumerable<Configuration>? initialConfigurations = null, long seed = 0, CmaEsOptions? options = null)
        : base(space, initialConfigurations, seed)
    {
        _options = options ?? new CmaEsOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_options.InitialStep);
        // a NaN fails this comparison too
        if (!(_options.InitialStep <= 1))
            throw new ArgumentOutOfRangeException(nameof(options), _options.InitialStep, "The initial step must be above 0 and at most 1.");
        if (_options.PopulationSize is < 4 or > 10_000)
            throw new ArgumentOutOfRangeException(nameof(options), _options.PopulationSize, "The population size must be between 4 and 10,000.");

        _cube = new UnitCube(space);
        var dimensions = _cube.Axes.Length;
        _population = _options.PopulationSize ?? StrategyParameters.DefaultPopulation(Math.Max(1, dimensions));
        _distribution = new SearchDistribution(_cube.Axes, [.. Enumerable.Repeat(0.5, dimensions)], _options.InitialStep, _population);
        _rule = new RestartRule(dimensions, _population);
    }

    /// <inheritdoc/>
    public override void Observe(Configuration configuration, double error, int epochs) =>
        _earlier.Add(new Member(-1 - _earlier.Count, _cube.Encode(configuration), IsSample: false, epochs, error));

    /// <inheritdoc/>
    public override void OnTrialStarted(int trialId, Configuration configuration)
    {
        base.OnTrialStarted(trialId, configuration);
        // a scheduler may start something else, and in a finite space a sample that was tried is replaced
        if (!_samples.TryGetValue(trialId, out var sample) || !sample.Configuration.Equals(configuration))
            _samples[trialId] = new Sample(_cube.Encode(configuration), configuration, Version: null);
    }

    /// <inheritdoc/>
    public override void Update(Configuration configuration, double error, TrialInfo info)
    {
        if (_samples.TryGetValue(info.TrialId, out var sample))
            _reported[info.TrialId] = new Member(info.TrialId, sample.Point, sample.Version == _version, info.Epoch, error);
    }

    /// <inheritdoc/>
    public override void OnTrialFailed(int trialId, Configuration configuration, TrialStatus status)
    {
        if (!_samples.TryGetValue(trialId, out var sample))
            return;
        if (status.IsFailure())
            _reported[trialId] = Member.OfFailed(trialId, sample.Point, sample.Version == _version);
        else if (!_reported.ContainsKey(trialId))
            _samples.Remove(trialId); // a cancelled trial says nothing about its configuration
    }

    /// <inheritdoc/>
    protected override Suggestion? Propose(int trialId, int attempt)
    {
        if (attempt == 0)
        {
            if (_earlier.Count > 0)
                BeginWarm();
            if (_reported.Count >= _population)
                EndGeneration();
            _drawn++;
        }

        var sample = Draw(RandomFor(trialId, attempt, "CMA-ES"));
        _samples[trialId] = sample;
        return new Suggestion(sample.Configuration, Reason());
    }

    /// <summary>Draws a sample. Clipped ones may be the same corner again and again: it is not tried twice if that can be helped.</summary>
    private Sample Draw(RandomStream random)
    {
        for (var draw = 1; ; draw++)
        {
            var point = _distribution.Sample(random);
            var configuration = _cube.Decode(point);
            if (!point.Any(position => position is 0 or 1) || _clipped.Add(configuration) || draw == MaxDraws)
                return new Sample(point, configuration, _version);
        }
    }

    private void BeginWarm()
    {
        _distribution = WarmStart.From(_earlier, _cube.Axes, _options.InitialStep, _population);
        _isWarm = true;
        _earlier.Clear();
    }

    private void EndGeneration()
    {
        Member[] ranked = [.. _reported.Values.Order()];
        _distribution.Update(ranked);
        foreach (var member in ranked)
            _samples.Remove(member.TrialId);
        _reported.Clear();
        (_drawn, _generation, _restartCause) = (0, _generation + 1, null);
        _version++;
        if (_rule.Check(ranked, _distribution.Gaussian) is { } cause)
            Restart(cause);
    }

    private void Restart(string cause)
    {
        (_restarts, _generation, _restartCause) = (_restarts + 1, 1, cause);
        _population *= 2;
        var random = RandomStream.Derive(Seed, _restarts, "CMA-ES restart");
        _distribution = new SearchDistribution(_cube.Axes, [.. _cube.Axes.Select(_ => random.NextDouble())], _options.InitialStep, _population);
        _rule = new RestartRule(_cube.Axes.Length, _population);
        // what the old run has under way would pull the new one back
        foreach (var (trialId, _) in _samples.Where(entry => entry.Value.Version is not null).ToList())
            _samples.Remove(trialId);
    }

    private string Reason()
    {
        var run = _restarts == 0 ? _isWarm ? "warm start, " : "" : _restartCause is null ? $"restart {_restarts}, " : $"restart {_restarts} because {_restartCause}, ";
        var sample = _drawn <= _population
            ? $"sample {_drawn} of {_population}"
            : $"sample {_drawn} while fewer than {_population} have reported";
        var step = _distribution.Gaussian is { } gaussian
            ? string.Create(CultureInfo.InvariantCulture, $", step size {gaussian.Step:G2}")
            : "";
        return $"model: {run}generation {_generation}, {sample}{step}";
    }

    /// <summary>A trial's point.</summary>
    /// <param name="Point">A coordinate an axis; on a grid axis it may lie beyond the ends.</param>
    /// <param name="Configuration">The configuration there.</param>
    /// <param name="Version">The version of the distribution that it was drawn from; null when it was not drawn.</param>
    private sealed record Sample(double[] Point, Configuration Configuration, int? Version);
}
