using System.Collections.Concurrent;
using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Support;

/// <summary>An executor whose trials run on machines elsewhere, which the test plays. It has no threads.</summary>
internal sealed class Elsewhere : IExecutor
{
    private readonly object _gate = new();
    private readonly List<Machine> _machines = [];
    private readonly HashSet<int> _callers = [];
    private readonly BlockingCollection<Machine> _begun = [];

    /// <summary>How many different threads have ever begun a trial.</summary>
    public int Callers
    {
        get
        {
            lock (_gate)
                return _callers.Count;
        }
    }

    /// <summary>The machines whose trials have not ended.</summary>
    public IReadOnlyList<Machine> Busy
    {
        get
        {
            lock (_gate)
                return [.. _machines.Where(machine => !machine.End.IsCompleted)];
        }
    }

    public Task<AttemptEnd> RunAsync(EvaluationRequest request, Func<int, double, ValueTask<Verdict>> report, CancellationToken cancellationToken)
    {
        var machine = new Machine(request, report, cancellationToken);
        lock (_gate)
        {
            _callers.Add(Environment.CurrentManagedThreadId);
            _machines.Add(machine);
            Monitor.PulseAll(_gate);
        }

        _begun.Add(machine, CancellationToken.None);
        return machine.End;
    }

    /// <summary>All attempts, as they are begun, until a run has ended.</summary>
    public IEnumerable<Machine> Until(Task run)
    {
        run.ContinueWith(_ => _begun.CompleteAdding(), TaskScheduler.Default);
        return _begun.GetConsumingEnumerable();
    }

    /// <summary>Waits until so many trials run at the same time.</summary>
    public void AwaitBusy(int count)
    {
        lock (_gate)
            Patience.Await(_gate, () => _machines.Count(machine => !machine.End.IsCompleted) >= count, $"{count} trials elsewhere");
    }

    /// <summary>Waits for an attempt at a trial.</summary>
    public Machine Await(int trialId, int attempt = 1)
    {
        lock (_gate)
        {
            Machine? found = null;
            Patience.Await(_gate, () => (found = _machines.Find(machine => machine.Request.TrialId == trialId && machine.Request.Attempt == attempt)) is not null, $"attempt {attempt} at trial {trialId}");
            return found!;
        }
    }

    /// <summary>One attempt at a trial.</summary>
    internal sealed class Machine
    {
        private readonly Func<int, double, ValueTask<Verdict>> _report;
        private readonly TaskCompletionSource<AttemptEnd> _end = new();

        public Machine(EvaluationRequest request, Func<int, double, ValueTask<Verdict>> report, CancellationToken cancellationToken)
        {
            (Request, _report, Cancellation) = (request, report, cancellationToken);
            cancellationToken.Register(() => _end.TrySetCanceled(cancellationToken));
        }

        public EvaluationRequest Request { get; }

        /// <summary>Cancelled when the trial is to end.</summary>
        public CancellationToken Cancellation { get; }

        public Task<AttemptEnd> End => _end.Task;

        /// <summary>Reports an error; what becomes of the trial follows when the study goes on.</summary>
        public Task<Verdict> Report(int epoch, double error = 0.5) => _report(epoch, error).AsTask();

        /// <summary>Reports the epochs from one to another, and ends as the answers say.</summary>
        public void Run(int from, int to)
        {
            for (var epoch = from; epoch <= to; epoch++)
            {
                var verdict = Report(epoch, 1.0 / epoch);
                Patience.Await(verdict, "a verdict");
                if (verdict.Result.Kind == VerdictKind.Pause)
                {
                    Finish(new AttemptEnd.Paused([(byte)epoch]));
                    return;
                }
            }

            if (to == Request.MaxEpochs)
                Finish(new AttemptEnd.Done());
        }

        public void Lose(string reason = "the machine went away") => Finish(new AttemptEnd.Lost(reason));

        public void Finish(AttemptEnd end) => _end.TrySetResult(end);
    }
}
