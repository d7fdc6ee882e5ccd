using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>What a study is, in plain words: who is in which state, and which events come of what happens. It shares no code with the engine.</summary>
internal sealed class LivesModel(int maxEpochs, int workers, int trials)
{
    private readonly SortedDictionary<int, Life> _lives = [];
    private readonly List<int> _waiting = [];
    private bool _isPaused, _isExhausted;

    private enum Stage
    {
        Running,
        Held,
        Saving,
        Paused,
        Waiting,
        Stopping,
        Ended,
    }

    public bool HasEnded { get; private set; }

    public bool IsPauseRequested { get; private set; }

    public bool IsStopRequested { get; private set; }

    public bool CanStart => _lives.Count < trials;

    /// <summary>Whether a worker that asks gets the scheduler's decision.</summary>
    public bool IsAsked => !IsPauseRequested && !IsStopRequested && !_isExhausted;

    public bool AnyBusy => Evaluated.Any();

    public int? FreeWorker => Enumerable.Range(0, workers).Cast<int?>().FirstOrDefault(worker => !Evaluated.Any(id => _lives[id].Worker == worker));

    public IEnumerable<int> Reporting => In(Stage.Running);

    public IEnumerable<int> Saving => In(Stage.Saving);

    public IEnumerable<int> Paused => In(Stage.Paused);

    /// <summary>Those that were lost, in the order in which they were.</summary>
    public IReadOnlyList<int> Waiting => _waiting;

    /// <summary>Whether a worker that asks runs a lost one again.</summary>
    public bool IsRunAgain => !IsPauseRequested && _waiting.Count > 0;

    public IEnumerable<int> Evaluated => In(Stage.Running, Stage.Held, Stage.Saving, Stage.Stopping);

    public static string Text(StudyEvent studyEvent) => studyEvent switch
    {
        TrialStarted e => $"started {e.TrialId} by {e.Worker}",
        TrialResumed e => $"resumed {e.TrialId} by {e.Worker}",
        EpochReported e => $"reported {e.TrialId} after {e.Epoch}",
        TrialLost e => $"lost {e.TrialId}",
        TrialPaused e => $"paused {e.TrialId}",
        TrialEnded e => $"ended {e.TrialId} {e.Status}",
        TrialStopRequested e => $"stopping {e.TrialId}",
        StudyEnded e => $"over {e.Outcome}",
        _ => studyEvent.GetType().Name,
    };

    public int Epoch(int id) => _lives[id].Epoch;

    public int NextEpoch(int id) => _lives[id].Computed + 1;

    public List<string> Ask(IEnumerable<Decision> decisions)
    {
        var events = new List<string>();
        foreach (var decision in IsAsked ? decisions : [])
        {
            _isExhausted |= decision is Decision.Exhausted;
            if (decision is Decision.Stop stop)
                events.AddRange(Ended(stop.TrialId, "Stopped"));
        }

        return events;
    }

    public List<string> Begin(int id, int worker, bool isResumed)
    {
        Assert.Equal(isResumed, _lives.ContainsKey(id));
        _lives.TryAdd(id, new Life());
        var life = _lives[id];
        // what was lost is computed again from the checkpoint, and not reported again
        if (_waiting.Remove(id))
            life.Computed = life.Checkpoint;
        (life.Stage, life.Worker) = (Stage.Running, worker);
        return [$"{(isResumed ? "resumed" : "started")} {id} by {worker}"];
    }

    public List<string> Report(int id, double error, VerdictKind verdict)
    {
        if (!double.IsFinite(error))
            return Ended(id, double.IsNaN(error) ? "NotANumber" : "Infinite");
        var life = _lives[id];
        if (++life.Computed <= life.Epoch)
        {
            if (life.Computed == life.Epoch && life.IsToPause)
                life.Stage = Stage.Saving;
            return [];
        }

        life.HasError = true;
        List<string> events = [$"reported {id} after {++life.Epoch}"];
        if (life.Epoch == maxEpochs || verdict == VerdictKind.Stop)
            events.AddRange(Ended(id, life.Epoch == maxEpochs ? "Completed" : "Stopped"));
        else if (verdict == VerdictKind.Pause)
            life.Stage = Stage.Saving;
        return events;
    }

    public List<string> Saved(int id)
    {
        var life = _lives[id];
        (life.Stage, life.Checkpoint, life.IsToPause) = (Stage.Paused, life.Epoch, false);
        return [$"paused {id}", .. Quiet()];
    }

    public List<string> Lost(int id)
    {
        var life = _lives[id];
        if (life.Stage == Stage.Stopping || life.Losses == 3)
            return End(id, TrialStatus.Failed);
        life.Losses++;
        life.IsToPause |= life.Stage == Stage.Saving;
        life.Stage = Stage.Waiting;
        _waiting.Add(id);
        return [$"lost {id}", .. Quiet()];
    }

    public List<string> End(int id, TrialStatus status) => Ended(id, _lives[id].Stage == Stage.Stopping ? ByHand(id) : status.ToString());

    public List<string> Pause()
    {
        IsPauseRequested = true;
        return ["PauseRequested", .. Quiet()];
    }

    public List<string> Hold(int id)
    {
        _lives[id].Stage = Stage.Held;
        return Quiet();
    }

    public List<string> GoOn()
    {
        (IsPauseRequested, _isPaused) = (false, false);
        foreach (var id in In(Stage.Held).ToList())
            _lives[id].Stage = Stage.Running;
        return ["StudyContinued"];
    }

    /// <summary>Null when that is refused.</summary>
    public List<string>? Stop(int id)
    {
        var stage = _lives[id].Stage;
        if (stage is Stage.Stopping or Stage.Ended)
            return null;
        _lives[id].Stage = Stage.Stopping;
        return stage is Stage.Paused or Stage.Waiting ? [$"stopping {id}", .. Ended(id, ByHand(id))] : [$"stopping {id}"];
    }

    public List<string> ToggleStop() => (IsStopRequested = !IsStopRequested) ? ["StopRequested"] : ["StopWithdrawn"];

    public List<string> Cancelled(int id)
    {
        HasEnded = true;
        return Ended(id, "Cancelled");
    }

    public List<string> Finish(string outcome)
    {
        HasEnded = true;
        return [.. _waiting.ToList().SelectMany(id => Ended(id, "Cancelled")), .. In(Stage.Paused).ToList().SelectMany(id => Ended(id, "Stopped")), $"over {outcome}"];
    }

    /// <summary>Another process goes on: what a person wanted to end ends, and what was evaluated is run again, in the order of the numbers.</summary>
    public List<string> Resumed()
    {
        // who pauses it now asks anew
        IsPauseRequested = false;
        return ["StudyResumed", .. In(Stage.Stopping).ToList().SelectMany(id => Ended(id, ByHand(id)))];
    }

    private string ByHand(int id) => _lives[id].HasError ? "Stopped" : "Cancelled";

    private List<string> Ended(int id, string status)
    {
        _lives[id].Stage = Stage.Ended;
        _waiting.Remove(id);
        return [$"ended {id} {status}", .. Quiet()];
    }

    /// <summary>A study that is to be paused is when nothing computes any more.</summary>
    private List<string> Quiet()
    {
        if (!IsPauseRequested || _isPaused || HasEnded || In(Stage.Running, Stage.Saving, Stage.Stopping).Any())
            return [];
        _isPaused = true;
        return ["StudyPaused"];
    }

    private IEnumerable<int> In(params Stage[] stages) => _lives.Where(life => stages.Contains(life.Value.Stage)).Select(life => life.Key);

    private sealed class Life
    {
        public Stage Stage { get; set; }

        public int Worker { get; set; }

        public int Epoch { get; set; }

        /// <summary>How far its present attempt has come.</summary>
        public int Computed { get; set; }

        public int Checkpoint { get; set; }

        public int Losses { get; set; }

        /// <summary>Whether it was decided to pause it, and its checkpoint was lost with it.</summary>
        public bool IsToPause { get; set; }

        public bool HasError { get; set; }
    }
}
