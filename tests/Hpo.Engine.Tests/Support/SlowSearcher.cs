using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Support;

/// <summary>
/// A searcher whose work takes as long as the test wishes, from one trial on. Each suggestion depends on everything told before it was begun.
/// </summary>
/// <param name="slowFrom">The first trial that it works on; earlier ones it suggests at once.</param>
/// <param name="isHeld">Whether its work waits for <see cref="Release"/>.</param>
internal sealed class SlowSearcher(int slowFrom = 0, bool isHeld = true) : HpoSearcher
{
    private readonly object _gate = new();
    private readonly HashSet<int> _working = [];
    private readonly HashSet<int> _released = [];
    private long _history;

    /// <summary>What its work on a trial throws; null for nothing.</summary>
    public Func<int, Exception?> Failure { get; init; } = _ => null;

    public override Suggestion? SampleConfiguration(int trialId) => Suggest(trialId, _history);

    public override Func<Suggestion>? BeginSuggestion(int trialId)
    {
        if (trialId < slowFrom)
            return null;
        var known = _history;
        return () => Work(trialId, known);
    }

    public override void Update(Configuration configuration, double error, TrialInfo info) =>
        _history = RandomStream.DeriveSeed(_history ^ BitConverter.DoubleToInt64Bits(error), info.TrialId, "history");

    /// <summary>Waits until it works on a trial.</summary>
    public void AwaitWork(int trialId)
    {
        lock (_gate)
            Patience.Await(_gate, () => _working.Contains(trialId), $"work on trial {trialId}");
    }

    /// <summary>Ends its work on a trial, now or when it comes to it.</summary>
    public void Release(int trialId)
    {
        lock (_gate)
        {
            _released.Add(trialId);
            Monitor.PulseAll(_gate);
        }
    }

    private Suggestion Work(int trialId, long known)
    {
        lock (_gate)
        {
            Assert.True(_working.Add(trialId), "Its work is done once.");
            Monitor.PulseAll(_gate);
            Patience.Await(_gate, () => !isHeld || _released.Contains(trialId), $"leave to suggest trial {trialId}");
        }

        return Failure(trialId) is { } failure ? throw failure : Suggest(trialId, known);
    }

    private static Suggestion Suggest(int trialId, long known) =>
        new(TestSpaces.At(RandomStream.Derive(known, trialId, "suggestion").NextDouble()), "from what was known");
}
