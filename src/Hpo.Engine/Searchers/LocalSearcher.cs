using Hpo.Engine.Randomness;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Searchers;

/// <summary>
/// Local search (<i>Dive into Deep Learning</i>, Hyperparameter Optimization API, exercise 2): random search at first; later, with some
/// probability, the best configuration so far with one hyperparameter drawn anew, otherwise a random draw again. A trial counts with the last
/// error that it reported, and errors after different numbers of epochs are not compared: under a scheduler that stops trials early, one that
/// has gone further is better than all that have not. One that failed is never the best.
/// </summary>
public sealed class LocalSearcher : ConfigSpaceSearcher
{
    private readonly LocalOptions _options;
    private readonly Mutation _mutation;
    private readonly Dictionary<int, (Configuration Configuration, int Epoch, double Error)> _trials = [];

    /// <summary>The trials from the best to the worst; equally good ones in the order of their numbers.</summary>
    private readonly SortedSet<(int MinusEpoch, double Error, int TrialId)> _ranking = [];

    /// <summary>How many trials of earlier studies are known; they are numbered -1, -2, … and stand in for random ones at the start.</summary>
    private int _earlier;

    /// <summary>Searches a space.</summary>
    /// <param name="space">Where to search.</param>
    /// <param name="initialConfigurations">The first suggestions, in order; null for none.</param>
    /// <param name="seed">Determines every draw.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <exception cref="Validation.InvalidInputException">An initial configuration does not belong to the space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public LocalSearcher(ConfigSpace space, IEnumerable<Configuration>? initialConfigurations = null, long seed = 0, LocalOptions? options = null)
        : base(space, initialConfigurations, seed)
    {
        _options = options ?? new LocalOptions();
        if (_options.ProbabilityLocal is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(options), _options.ProbabilityLocal, "The probability of a local step must lie between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfNegative(_options.RandomInitial, nameof(options));
        _mutation = new Mutation(space);
    }

    /// <inheritdoc/>
    public override void Observe(Configuration configuration, double error, int epochs) => Learn(-++_earlier, configuration, error, epochs);

    /// <inheritdoc/>
    public override void Update(Configuration configuration, double error, TrialInfo info) => Learn(info.TrialId, configuration, error, info.Epoch);

    /// <inheritdoc/>
    public override void OnTrialFailed(int trialId, Configuration configuration, TrialStatus status)
    {
        if (status.IsFailure())
            Forget(trialId);
    }

    /// <inheritdoc/>
    protected override Suggestion Propose(int trialId, int attempt)
    {
        var random = RandomFor(trialId, attempt, "local search");
        if (trialId + _earlier < _options.RandomInitial)
            return Drawn(random, $"random start-up {trialId + 1} of {_options.RandomInitial}");
        if (random.NextDouble() >= _options.ProbabilityLocal)
            return Drawn(random, $"drawn at random, because a local step has a probability of {_options.ProbabilityLocal} only");
        if (_ranking.Count == 0)
            return Drawn(random, "drawn at random, because no trial has reported an error");
        var best = _ranking.Min.TrialId;
        var (mutant, name) = _mutation.Apply(_trials[best].Configuration, random);
        return new Suggestion(mutant, $"mutation of {TrialNames.Of(best)}: {name}");
    }

    private Suggestion Drawn(RandomStream random, string reason) => new(Space.Sample(random), reason);

    private void Learn(int trialId, Configuration configuration, double error, int epochs)
    {
        Forget(trialId);
        _trials.Add(trialId, (configuration, epochs, error));
        _ranking.Add((-epochs, error, trialId));
    }

    private void Forget(int trialId)
    {
        if (_trials.Remove(trialId, out var known))
            _ranking.Remove((-known.Epoch, known.Error, trialId));
    }
}
