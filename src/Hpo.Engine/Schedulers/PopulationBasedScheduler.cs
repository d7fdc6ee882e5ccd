using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// Population-based training (Jaderberg et al., <i>Population based training of neural networks</i>, 2017) with truncation selection: the members
/// of a population, which the searcher suggests, train side by side and are paused at every interval. When all have come or failed, each of
/// the worst quarter ends, and in its place a new trial goes on from the checkpoint of one of the best quarter, drawn at random, with that member's
/// hyperparameters varied. So a number of epochs is compared with the same number, and which worker was faster does not matter. Failed
/// members are replaced too. When a population has come to its end, the next is begun; when no trial is left to start, all members go on.
/// </summary>
public sealed class PopulationBasedScheduler : MultiFidelityScheduler
{
    private readonly ConfigSpaceSearcher _searcher;
    private readonly Bracket _bracket;
    private readonly PausedQueue _queue = new();
    private readonly Dictionary<int, Configuration> _configurations = [];
    private Population _population;
    private bool _isClosed;

    /// <summary>The number of the trial that was offered to be bred; it is once it has been started.</summary>
    private int? _offered;

    /// <summary>Prepares a study.</summary>
    /// <param name="searcher">Suggests the first members; one that knows its space, as all of this library do.</param>
    /// <param name="maxEpochs">The number of epochs of a full evaluation.</param>
    /// <param name="options">How trials are bred; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range.</exception>
    /// <exception cref="ArgumentException">The searcher is not a <see cref="ConfigSpaceSearcher"/>.</exception>
    public PopulationBasedScheduler(HpoSearcher searcher, int maxEpochs, PopulationBasedOptions? options = null)
        : base(searcher, maxEpochs)
    {
        _searcher = searcher as ConfigSpaceSearcher
            ?? throw new ArgumentException("Population-based training varies hyperparameters, so it needs a searcher that knows its space.", nameof(searcher));
        Options = options ?? new PopulationBasedOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.PopulationSize, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.Interval, 1, nameof(options));
        if (!(Options.Fraction is > 0 and <= 0.5))
            throw new ArgumentOutOfRangeException(nameof(options), Options.Fraction, "The fraction lies above 0 and is at most 0.5.");
        if (!(Options.ResampleProbability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(options), Options.ResampleProbability, "The probability lies between 0 and 1.");
        _bracket = new Bracket(RungRules.EveryInterval(Options.Interval, maxEpochs));
        _population = NewPopulation();
    }

    /// <summary>How trials are bred.</summary>
    public PopulationBasedOptions Options { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Bracket> Brackets => [_bracket];

    /// <inheritdoc/>
    protected override string Name => "Population-based training";

    /// <inheritdoc/>
    protected override bool Pauses => true;

    /// <summary>A trial from elsewhere can only be a first member: it starts from nothing, and the others of a full population have trained already.</summary>
    public override bool CanStartOther => !IsFull;

    private bool IsFull => _isClosed || _population.IsFull;

    /// <inheritdoc/>
    public override Decision Suggest(int? trialId)
    {
        _offered = null;
        if (Due(trialId) is { } due)
            return due;
        if (!IsFull)
        {
            if (StartNew(trialId) is { } start)
                return start;
            OnAllTrialsStarted();
        }

        return Due(trialId) ?? WaitOrEnd();
    }

    /// <inheritdoc/>
    public override void OnAllTrialsStarted()
    {
        if (IsFull)
            return;
        _isClosed = true;
        _population.Close();
    }

    /// <inheritdoc/>
    public override void OnTrialsAdded()
    {
        _isClosed = false;
        RenewIfOver();
    }

    /// <inheritdoc/>
    protected override bool IsCompared(int trialId, int epoch) => _bracket.Rungs.Contains(epoch);

    /// <inheritdoc/>
    protected override Verdict Judge(int trialId, double error, int epoch)
    {
        var verdict = _population.Arrive(trialId, error);
        RenewIfOver();
        return verdict;
    }

    /// <inheritdoc/>
    protected override void Enter(int trialId, Configuration configuration)
    {
        _configurations.Add(trialId, configuration);
        if (_offered == trialId)
            _population.Replace(trialId);
        else
            _population.Enter(trialId);
    }

    /// <inheritdoc/>
    protected override void Leave(int trialId)
    {
        _population.Fail(trialId);
        RenewIfOver();
    }

    private Decision? Due(int? trialId)
    {
        if (_queue.NextStop() is { } stop)
            return stop;
        if (_population.HasVacancy)
        {
            if (trialId is { } newTrialId)
                return Breed(newTrialId);
            _population.KeepAll();
        }

        return _queue.NextResume() is { } resume ? Resume(resume.TrialId, resume.Reason) : null;
    }

    private Decision.Start Breed(int trialId)
    {
        _offered = trialId;
        var random = RandomStream.Derive(_searcher.Seed, trialId, "exploit and explore");
        var (parentId, standing) = _population.Parents[random.Next(_population.Parents.Count)];
        var (configuration, changes) = Exploration.Explore(_searcher.Space, _configurations[parentId], random, Options.ResampleProbability);
        return new Decision.Start(configuration, $"bred from trial {parentId} ({standing}): {changes}", parentId);
    }

    private void RenewIfOver()
    {
        if (IsFull && _population.IsOver)
            _population = NewPopulation();
    }

    private Population NewPopulation() => new(_bracket, Options.PopulationSize, Options.Fraction, _queue);
}
