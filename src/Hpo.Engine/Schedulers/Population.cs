namespace Hpo.Engine.Schedulers;

/// <summary>The members of one population, all of which are on their way to the same rung or wait there for the others.</summary>
/// <param name="bracket">The rungs.</param>
/// <param name="size">How many members it starts with.</param>
/// <param name="fraction">The share of members that are replaced.</param>
/// <param name="queue">Takes what is decided about paused trials.</param>
internal sealed class Population(Bracket bracket, int size, double fraction, PausedQueue queue)
{
    private readonly HashSet<int> _members = [];

    /// <summary>The members that wait at the present rung.</summary>
    private readonly HashSet<int> _waiting = [];

    /// <summary>Who is to be replaced, and why; no trial for one that has failed.</summary>
    private readonly List<(int? TrialId, string Standing)> _vacancies = [];
    private readonly List<(int TrialId, RungStanding Standing)> _parents = [];
    private Rung _rung = new(0, bracket.Rungs[0]);
    private int _level, _started, _failed;
    private bool _isClosed;

    /// <summary>Whether all first members have been started.</summary>
    public bool IsFull => _isClosed || _started >= size;

    /// <summary>Whether it has no member left, nor will have one.</summary>
    public bool IsOver => IsFull && _members.Count == 0 && !HasVacancy;

    /// <summary>Whether a member is to be replaced.</summary>
    public bool HasVacancy => _vacancies.Count > 0;

    /// <summary>From whom new members are bred, the best first; at least one while there is a vacancy.</summary>
    public IReadOnlyList<(int TrialId, RungStanding Standing)> Parents => _parents;

    private bool IsAtLastRung => _level == bracket.Rungs.Length - 1;

    /// <summary>How many members are compared at the present rung, those that have failed on the way included.</summary>
    private int Compared => IsFull ? _members.Count + _failed : size;

    /// <summary>A first member was started.</summary>
    public void Enter(int trialId)
    {
        _started++;
        _members.Add(trialId);
    }

    /// <summary>No further first member will come.</summary>
    public void Close()
    {
        _isClosed = true;
        Settle();
    }

    /// <summary>A member reaches the present rung.</summary>
    public Verdict Arrive(int trialId, double error)
    {
        var rank = _rung.Arrive(trialId, error);
        if (IsAtLastRung)
        {
            _members.Remove(trialId);
            return Verdict.GoOn($"rung {bracket.Rungs[_level]}: rank {rank} of {_rung.Count}, the last rung", _rung.Standing(rank, 0));
        }

        var standing = _rung.Standing(rank, Compared - Replaced(Compared));
        _waiting.Add(trialId);
        Settle();
        return Verdict.Pause(standing.ToString(), standing);
    }

    /// <summary>A member failed.</summary>
    public void Fail(int trialId)
    {
        queue.Remove(trialId);
        if (!_members.Remove(trialId))
            return;
        _waiting.Remove(trialId);
        _parents.RemoveAll(parent => parent.TrialId == trialId);
        // one that was to be replaced anyway leaves its place, another is replaced after the next rung
        if (_vacancies.FindIndex(vacancy => vacancy.TrialId == trialId) is >= 0 and var place)
            _vacancies[place] = _vacancies[place] with { TrialId = null };
        else
            _failed++;
        if (_parents.Count == 0)
            KeepAll();
        Settle();
    }

    /// <summary>A new trial has taken the place of the next member to be replaced.</summary>
    public void Replace(int trialId)
    {
        var (replaced, standing) = _vacancies[0];
        _vacancies.RemoveAt(0);
        _members.Add(trialId);
        if (replaced is not { } loser)
            return;
        _members.Remove(loser);
        queue.Stop(loser, $"{standing}: replaced by trial {trialId}");
    }

    /// <summary>Nobody can be replaced any more: those that were to be go on.</summary>
    public void KeepAll()
    {
        foreach (var (trialId, standing) in _vacancies)
        {
            if (trialId is { } loser)
                queue.Resume(loser, $"goes on from {standing}: there is no trial to replace it");
        }

        _vacancies.Clear();
        Settle();
    }

    /// <summary>How many of so many members are replaced; the tiny number makes up for the rounding of a fraction such as 0.29.</summary>
    private int Replaced(int members) => members < 2 ? 0 : Math.Max(1, (int)((members * fraction) + 1e-9));

    /// <summary>When all members wait at the rung, decides about each and turns to the next rung.</summary>
    private void Settle()
    {
        if (!IsFull || HasVacancy || IsAtLastRung || _members.Count == 0 || _waiting.Count < _members.Count)
            return;
        var quota = Replaced(Compared);
        var goOn = Math.Max(1, _waiting.Count - Math.Max(0, quota - _failed));
        _parents.Clear();
        for (var (rank, place) = (1, 0); rank <= _rung.Count; rank++)
        {
            var trialId = _rung.TrialAt(rank);
            // otherwise its checkpoint could not be saved
            if (!_waiting.Contains(trialId))
                continue;
            var standing = _rung.Standing(rank, Compared - quota);
            if (++place > goOn)
            {
                _vacancies.Add((trialId, standing.ToString()));
                continue;
            }

            queue.Resume(trialId, $"goes on from {standing}");
            if (place <= Math.Max(1, quota))
                _parents.Add((trialId, standing));
        }

        for (; _failed > 0; _failed--)
            _vacancies.Add((null, "failed"));
        _waiting.Clear();
        _rung = new Rung(0, bracket.Rungs[++_level]);
    }
}
