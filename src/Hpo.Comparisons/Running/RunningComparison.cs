using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;
using Hpo.Studies;
using Hpo.Studies.Catalog;
using Hpo.Studies.Log;

namespace Hpo.Comparisons.Running;

/// <summary>A comparison at work, on threads of its own.</summary>
internal sealed class RunningComparison : IDisposable
{
    private readonly IReadOnlyList<Lane> _lanes;
    private readonly IComparisonRunner _runner;
    private readonly Action<RunningComparison> _onEnded;
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private volatile bool _isOver;

    /// <summary>Prepares what has no result yet; nothing runs.</summary>
    public RunningComparison(
        LiveComparison live, LogRun<ComparisonEvent> log, StudyCatalog catalog, int threads, Action<RunningComparison> onEnded, TimeProvider time, GuardedWork work)
    {
        (Live, Log) = (live, log);
        _onEnded = onEnded;
        var snapshot = live.Snapshot;
        var done = snapshot.Results.Select(result => new Lane(result.Objective, result.Method, result.Repetition)).ToHashSet();
        _lanes = [.. LaneOrder.Of(snapshot.Definition).Where(lane => !done.Contains(lane))];
        _runner = snapshot.Definition.Kind == ComparisonKind.Race
            ? new RaceRunner(snapshot.Definition, catalog, Record, live.Report, time)
            : new SimulatedRunner(snapshot.Definition, catalog, threads, Record, time);
        _thread = work.NewThread($"comparison {live.Id}", "the comparison is interrupted", Run);
    }

    public LiveComparison Live { get; }

    /// <summary>Where its events go.</summary>
    public LogRun<ComparisonEvent> Log { get; }

    /// <summary>How it ended.</summary>
    public ComparisonOutcome Outcome { get; private set; } = ComparisonOutcome.Finished;

    /// <summary>What ended it against its will, if anything did: the log could not be written.</summary>
    public Exception? Failure { get; private set; }

    public void Start() => _thread.Start();

    /// <summary>Ends it; returns false when it is over already.</summary>
    public bool Cancel() => Stop(ComparisonOutcome.Cancelled);

    /// <summary>Waits until nothing of it is left, if it is over; returns false when it is not.</summary>
    public bool WaitIfOver()
    {
        if (!_isOver)
            return false;
        _thread.Join();
        return true;
    }

    /// <summary>Ends it because the program ends, and waits until it has.</summary>
    public void Interrupt()
    {
        Stop(ComparisonOutcome.Interrupted);
        _thread.Join();
    }

    /// <summary>It is over: from now on nothing can stop it.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            _stop.Dispose();
        }
    }

    /// <summary>The first reason stands.</summary>
    private bool Stop(ComparisonOutcome outcome)
    {
        lock (_gate)
        {
            if (_isOver)
                return false;
            if (Outcome != ComparisonOutcome.Finished)
                return true;
            Outcome = outcome;
            _stop.Cancel();
            return true;
        }
    }

    private void Record(ComparisonEvent happened) => Log.TryWrite(happened);

    private void Run()
    {
        try
        {
            _runner.Run(_lanes, _stop.Token);
        }
        catch (Exception exception)
        {
            Failure = exception;
        }

        Dispose();
        _onEnded(this);
    }
}
