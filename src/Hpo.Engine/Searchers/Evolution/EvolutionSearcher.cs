using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Searchers.Evolution;

/// <summary>
/// Regularised evolution (Real et al., <i>Regularized evolution for image classifier architecture search</i>, AAAI 2019, algorithm 1): of a
/// few members of the population, drawn with replacement, the best becomes the parent, and the child is the parent with one hyperparameter
/// drawn anew. The population are the youngest trials, whatever their errors, so that a lucky one dies too. Runs asynchronously: a trial
/// joins the population when it reports, at the age that its number gives it. A trial counts with the last error that it reported, and
/// errors after different numbers of epochs are not compared: under a scheduler that stops trials early, one that has gone further is better
/// than all that have not. A failed one is a member that is worse than all others.
/// </summary>
public sealed class EvolutionSearcher : ConfigSpaceSearcher
{
    private readonly EvolutionOptions _options;
    private readonly Mutation _mutation;

    /// <summary>The trials that are alive, from the oldest to the youngest; a failed one has done no epochs and has an infinite error.</summary>
    private readonly SortedList<int, (Configuration Configuration, int Epochs, double Error)> _population = [];

    /// <summary>How many trials of earlier studies were learned; they are numbered -1, -2, ….</summary>
    private int _earlier;

    /// <summary>Searches a space.</summary>
    /// <param name="space">Where to search.</param>
    /// <param name="initialConfigurations">The first suggestions, in order; null for none. They count as start-up trials.</param>
    /// <param name="seed">Determines every draw.</param>
    /// <param name="options">The parameters; null for the defaults.</param>
    /// <exception cref="Validation.InvalidInputException">An initial configuration does not belong to the space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public EvolutionSearcher(
        ConfigSpace space, IEnumerable<Configuration>? initialConfigurations = null, long seed = 0, EvolutionOptions? options = null)
        : base(space, initialConfigurations, seed)
    {
        _options = options ?? new EvolutionOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.PopulationSize, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.SampleSize, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.SampleSize, _options.PopulationSize, nameof(options));
        _mutation = new Mutation(space);
    }

    /// <inheritdoc/>
    /// <remarks>The first population: all are of the same age, so that the best of them are alive, and they die before the trials of this study.</remarks>
    public override void Observe(Configuration configuration, double error, int epochs)
    {
        _population.Add(-++_earlier, (configuration, epochs, error));
        if (_population.Count > _options.PopulationSize)
            _population.RemoveAt(Worst());
    }

    /// <inheritdoc/>
    public override void Update(Configuration configuration, double error, TrialInfo info) => Join(info.TrialId, configuration, info.Epoch, error);

    /// <inheritdoc/>
    public override void OnTrialFailed(int trialId, Configuration configuration, TrialStatus status)
    {
        // a cancelled trial says nothing about its configuration
        if (status.IsFailure())
            Join(trialId, configuration, 0, double.PositiveInfinity);
    }

    /// <inheritdoc/>
    protected override Suggestion Propose(int trialId, int attempt)
    {
        var random = RandomFor(trialId, attempt, "evolution");
        if (trialId + _earlier < _options.PopulationSize)
            return new Suggestion(Space.Sample(random), $"random start-up {trialId + 1} of {_options.PopulationSize}");
        if (_population.Count == 0)
            return new Suggestion(Space.Sample(random), "drawn at random, because no trial has ended");
        var parent = random.Next(_population.Count);
        for (var i = 1; i < _options.SampleSize; i++)
        {
            var rival = random.Next(_population.Count);
            if (IsBetter(rival, parent))
                parent = rival;
        }

        var (configuration, _, error) = _population.GetValueAtIndex(parent);
        if (double.IsInfinity(error))
            return new Suggestion(Space.Sample(random), "drawn at random, because all members that were sampled had failed");
        var (mutant, name) = _mutation.Apply(configuration, random);
        return new Suggestion(mutant, $"mutation of {TrialNames.Of(_population.GetKeyAtIndex(parent))}: {name}");
    }

    private int Worst()
    {
        var worst = 0;
        for (var member = 1; member < _population.Count; member++)
        {
            if (IsBetter(worst, member))
                worst = member;
        }

        return worst;
    }

    private bool IsBetter(int member, int other)
    {
        var (_, epochs, error) = _population.GetValueAtIndex(member);
        var (_, otherEpochs, otherError) = _population.GetValueAtIndex(other);
        return epochs > otherEpochs || (epochs == otherEpochs && error < otherError);
    }

    private void Join(int trialId, Configuration configuration, int epochs, double error)
    {
        _population[trialId] = (configuration, epochs, error);
        if (_population.Count > _options.PopulationSize)
            _population.RemoveAt(0);
    }
}
