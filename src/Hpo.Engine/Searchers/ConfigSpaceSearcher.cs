using System.Collections.Immutable;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;

namespace Hpo.Engine.Searchers;

/// <summary>
/// What all searchers of this library share: the initial configurations come first, a finite space is searched without repetition, and
/// when every configuration of it has been tried, there is no further suggestion.
/// </summary>
public abstract class ConfigSpaceSearcher : HpoSearcher
{
    /// <summary>How often a searcher may propose a configuration anew that has been tried already.</summary>
    private const int MaxProposals = 10;

    private readonly ImmutableArray<Configuration> _initial;

    /// <summary>What has been suggested or started; kept for finite spaces only.</summary>
    private readonly HashSet<Configuration>? _tried;
    private readonly long? _cardinality;
    private int _lastAsked = -1;

    /// <summary>How many trials were started that this searcher had not suggested: they do not take the places of initial configurations.</summary>
    private int _startedByOthers;

    /// <summary>Prepares a search.</summary>
    /// <param name="space">Where configurations are looked for.</param>
    /// <param name="initialConfigurations">The first suggestions, in order; null for none.</param>
    /// <param name="seed">Determines every draw.</param>
    /// <exception cref="Validation.InvalidInputException">An initial configuration does not belong to the space.</exception>
    protected ConfigSpaceSearcher(ConfigSpace space, IEnumerable<Configuration>? initialConfigurations, long seed)
    {
        ArgumentNullException.ThrowIfNull(space);
        Space = space;
        Seed = seed;
        _initial = [.. (initialConfigurations ?? []).Select(space.Require)];
        _cardinality = space.Cardinality;
        _tried = _cardinality is null ? null : [];
    }

    /// <summary>Where configurations are looked for.</summary>
    public ConfigSpace Space { get; }

    /// <summary>Determines every draw.</summary>
    public long Seed { get; }

    /// <summary>The number of initial configurations.</summary>
    protected int InitialCount => _initial.Length;

    /// <inheritdoc/>
    public sealed override Suggestion? SampleConfiguration(int trialId)
    {
        _lastAsked = trialId;
        var place = PlaceOf(trialId);
        if (place < _initial.Length)
            return Note(new Suggestion(_initial[place], $"initial configuration {place + 1} of {_initial.Length}"));
        return IsExhausted ? null : FirstUntried(trialId, attempt => Propose(trialId, attempt));
    }

    /// <inheritdoc/>
    public sealed override Func<Suggestion>? BeginSuggestion(int trialId)
    {
        if (PlaceOf(trialId) < _initial.Length || IsExhausted || BeginProposals(trialId) is not { } propose)
            return null;
        _lastAsked = trialId;
        return () => FirstUntried(trialId, propose)!;
    }

    /// <inheritdoc/>
    public override void OnTrialStarted(int trialId, Configuration configuration)
    {
        if (trialId != _lastAsked)
            _startedByOthers++;
        _tried?.Add(configuration);
    }

    /// <summary>Proposes a configuration after the initial ones.</summary>
    /// <param name="trialId">The number of the new trial.</param>
    /// <param name="attempt">0, or how many proposals for this trial have been tried already and are not wanted again.</param>
    /// <returns>The proposal; null when the searcher has nothing left to propose.</returns>
    protected abstract Suggestion? Propose(int trialId, int attempt);

    /// <summary>Begins proposals that take long, as <see cref="HpoSearcher.BeginSuggestion"/> does.</summary>
    /// <param name="trialId">The number of the new trial.</param>
    /// <returns>What <see cref="Propose"/> would give for each attempt, by what is known now; null when that is quick.</returns>
    protected virtual Func<int, Suggestion>? BeginProposals(int trialId) => null;

    /// <summary>Whether a configuration of a finite space has been suggested or started; false in other spaces, where repetition is improbable.</summary>
    protected bool WasTried(Configuration configuration) => _tried?.Contains(configuration) == true;

    /// <summary>A stream of random numbers for one proposal.</summary>
    /// <param name="trialId">The number of the new trial.</param>
    /// <param name="attempt">As given to <see cref="Propose"/>.</param>
    /// <param name="purpose">What the numbers are for.</param>
    protected RandomStream RandomFor(int trialId, int attempt, string purpose) =>
        RandomStream.Derive(attempt == 0 ? Seed : RandomStream.DeriveSeed(Seed, attempt, "another attempt"), trialId, purpose);

    private bool IsExhausted => _tried?.Count >= _cardinality;

    /// <summary>Which of the suggestions it is, those not counted that others made.</summary>
    private int PlaceOf(int trialId) => trialId - _startedByOthers;

    /// <summary>The first proposal that has not been tried; null when there is none left to make.</summary>
    private Suggestion? FirstUntried(int trialId, Func<int, Suggestion?> propose)
    {
        for (var attempt = 0; attempt < MaxProposals; attempt++)
        {
            if (propose(attempt) is not { } proposal)
                return null;
            if (!WasTried(proposal.Configuration))
                return Note(proposal);
        }

        return Note(new Suggestion(Untried(trialId), "drawn at random from what is untried, because what the searcher proposed had been tried"));
    }

    private Suggestion Note(Suggestion suggestion)
    {
        _tried?.Add(suggestion.Configuration);
        return suggestion;
    }

    /// <summary>
    /// The first untried configuration from a random one on, in the order of their numbers; there is one, at most as many steps away as have
    /// been tried.
    /// </summary>
    private Configuration Untried(int trialId)
    {
        var count = _cardinality!.Value;
        var index = RandomStream.Derive(Seed, trialId, "untried").NextInt64(count);
        while (_tried!.Contains(Space.ConfigurationAt(index)))
            index = (index + 1) % count;
        return Space.ConfigurationAt(index);
    }
}
