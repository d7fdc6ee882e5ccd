using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Searchers;

/// <summary>
/// A searcher that learns: it starts with random configurations, and when enough trials have reported, it proposes from a model of them.
/// </summary>
public abstract class ModelSearcher : ConfigSpaceSearcher
{
    private readonly int _startupTrials;

    /// <summary>Prepares a search.</summary>
    /// <param name="space">Where configurations are looked for.</param>
    /// <param name="initialConfigurations">The first suggestions, in order; null for none. They count as start-up trials.</param>
    /// <param name="seed">Determines every draw.</param>
    /// <param name="startupTrials">How many trials must have reported before a model is made, at least 1.</param>
    protected ModelSearcher(ConfigSpace space, IEnumerable<Configuration>? initialConfigurations, long seed, int startupTrials)
        : base(space, initialConfigurations, seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startupTrials, 1);
        _startupTrials = startupTrials;
        Cube = new UnitCube(space);
        History = new TrialHistory(Cube);
    }

    /// <summary>The space as the unit cube.</summary>
    protected UnitCube Cube { get; }

    /// <summary>What has been learned.</summary>
    protected TrialHistory History { get; }

    /// <inheritdoc/>
    public sealed override void Observe(Configuration configuration, double error, int epochs) => History.Observe(configuration, error, epochs);

    /// <inheritdoc/>
    public sealed override void OnTrialStarted(int trialId, Configuration configuration)
    {
        base.OnTrialStarted(trialId, configuration);
        History.Start(trialId, configuration);
    }

    /// <inheritdoc/>
    public sealed override void Update(Configuration configuration, double error, TrialInfo info) => History.Report(configuration, error, info);

    /// <inheritdoc/>
    public sealed override void OnTrialFailed(int trialId, Configuration configuration, TrialStatus status) =>
        History.Fail(trialId, configuration, status);

    /// <inheritdoc/>
    protected sealed override Suggestion Propose(int trialId, int attempt)
    {
        var observations = History.Observations(_startupTrials);
        return Cube.Axes.IsEmpty || observations.Count < _startupTrials
            ? new Suggestion(Space.Sample(RandomFor(trialId, attempt, "start-up")), StartupReason(trialId))
            : ProposeFromModel(trialId, attempt, observations);
    }

    /// <inheritdoc/>
    protected sealed override Func<int, Suggestion>? BeginProposals(int trialId)
    {
        var observations = History.Observations(_startupTrials);
        return Cube.Axes.IsEmpty || observations.Count < _startupTrials ? null : BeginFromModel(trialId, observations);
    }

    /// <summary>Proposes configurations, enough being known, where that takes long: reads the history, and leaves the work to be done.</summary>
    /// <param name="trialId">The number of the new trial.</param>
    /// <param name="observations">What the model is made of, in the order of trial numbers; it changes with the history.</param>
    /// <returns>What <see cref="ProposeFromModel"/> would give for each attempt, by what is known now; null when that is quick.</returns>
    protected virtual Func<int, Suggestion>? BeginFromModel(int trialId, IList<Observation> observations) => null;

    /// <summary>Proposes a configuration, enough being known.</summary>
    /// <param name="trialId">The number of the new trial.</param>
    /// <param name="attempt">0, or how many proposals for this trial have been tried already and are not wanted again.</param>
    /// <param name="observations">What the model is made of, in the order of trial numbers.</param>
    protected abstract Suggestion ProposeFromModel(int trialId, int attempt, IList<Observation> observations);

    private string StartupReason(int trialId) => trialId < _startupTrials
        ? $"random start-up {trialId + 1} of {_startupTrials}"
        : $"random, because fewer than {_startupTrials} trials have reported";
}
