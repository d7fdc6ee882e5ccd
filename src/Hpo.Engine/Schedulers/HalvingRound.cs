using System.Collections.Immutable;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// One round of synchronous successive halving: as many trials start as the round has places, and when all that are on their way to a rung have
/// reached it or failed, the best 1/η of that number go on, at least one. A trial that can no longer be among them is stopped at once.
/// </summary>
internal sealed class HalvingRound
{
    private readonly int _reductionFactor;
    private readonly ImmutableArray<int> _epochs;
    private readonly ImmutableArray<Rung> _rungs;
    private readonly PausedQueue _queue;

    /// <summary>For each rung how many trials are to reach it, and how many of them have failed on the way.</summary>
    private readonly int[] _size, _failed;

    /// <summary>The trials that run, or are about to be resumed, and the rung each is to reach.</summary>
    private readonly Dictionary<int, int> _climbing = [];

    /// <summary>The paused trials that may still go on.</summary>
    private readonly HashSet<int> _waiting = [];
    private int _started;

    /// <summary>Opens a round.</summary>
    /// <param name="number">The number of its bracket.</param>
    /// <param name="bracket">Its rungs.</param>
    /// <param name="size">How many trials it starts.</param>
    /// <param name="reductionFactor">η.</param>
    /// <param name="queue">Takes what is decided about paused trials.</param>
    public HalvingRound(int number, Bracket bracket, int size, int reductionFactor, PausedQueue queue)
    {
        _reductionFactor = reductionFactor;
        _epochs = bracket.Rungs;
        _rungs = [.. _epochs.Select(epoch => new Rung(number, epoch))];
        _queue = queue;
        _size = new int[_rungs.Length];
        _failed = new int[_rungs.Length];
        _size[0] = size;
    }

    /// <summary>Whether all its trials have been started.</summary>
    public bool IsFull => _started >= _size[0];

    private int LastLevel => _rungs.Length - 1;

    /// <summary>A trial of the round was started.</summary>
    public void Enter(int trialId)
    {
        _started++;
        _climbing.Add(trialId, 0);
    }

    /// <summary>No trial will be added: the round goes on with those it has.</summary>
    public void Close()
    {
        if (IsFull)
            return;
        _size[0] = _started;
        Settle(0);
    }

    /// <summary>Whether a trial reaches its next rung after an epoch.</summary>
    public bool IsRung(int trialId, int epoch) => _epochs[_climbing[trialId]] == epoch;

    /// <summary>A trial reaches its next rung.</summary>
    public Verdict Arrive(int trialId, double error)
    {
        _climbing.Remove(trialId, out var level);
        var rung = _rungs[level];
        var rank = rung.Arrive(trialId, error);
        if (level == LastLevel)
            return Verdict.GoOn($"rung {_epochs[level]}: rank {rank} of {rung.Count}, the last rung", rung.Standing(rank, 0));
        var standing = rung.Standing(rank, GoOn(level));
        var isAmongBest = rank <= GoOn(level);
        if (isAmongBest)
            _waiting.Add(trialId);
        Settle(level);
        return isAmongBest ? Verdict.Pause(standing.ToString(), standing) : Verdict.Stop(standing.ToString(), standing);
    }

    /// <summary>A trial failed; on its way to a rung it counts as arrived there, the last of all.</summary>
    public void Fail(int trialId)
    {
        _queue.Remove(trialId);
        _waiting.Remove(trialId);
        if (!_climbing.Remove(trialId, out var level))
            return;
        _failed[level]++;
        Settle(level);
    }

    /// <summary>How many go on from a rung: the best 1/η of those that were to reach it, and where these are fewer than η, the best.</summary>
    private int GoOn(int level) => Math.Max(1, _size[level] / _reductionFactor);

    /// <summary>Stops whom better ones have displaced, and if the rung is complete, promotes the best.</summary>
    private void Settle(int level)
    {
        if (level == LastLevel)
            return;
        var (rung, goOn) = (_rungs[level], GoOn(level));
        for (var rank = goOn + 1; rank <= rung.Count; rank++)
        {
            if (_waiting.Remove(rung.TrialAt(rank)))
                _queue.Stop(rung.TrialAt(rank), rung.Standing(rank, goOn).ToString());
        }

        if (rung.Count + _failed[level] < _size[level])
            return;
        for (var rank = 1; rank <= Math.Min(goOn, rung.Count); rank++)
        {
            var trialId = rung.TrialAt(rank);
            // otherwise its checkpoint could not be saved
            if (!_waiting.Remove(trialId))
                continue;
            _climbing.Add(trialId, level + 1);
            _size[level + 1]++;
            _queue.Resume(trialId, $"promoted from {rung.Standing(rank, goOn)}");
        }
    }
}
