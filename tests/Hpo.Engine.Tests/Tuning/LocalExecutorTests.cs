using System.Collections.Concurrent;
using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

public class LocalExecutorTests
{
    private static readonly SyntheticCurve Objective = new();
    private static readonly EvaluationRequest Request = new(0, Objective.DefaultConfiguration, 1, 5);

    [Fact]
    public void It_reports_every_epoch_up_to_the_last()
    {
        var epochs = new List<int>();
        Assert.IsType<AttemptEnd.Done>(Run(Objective, (epoch, _) => Note(epochs, epoch, Verdict.Continue)));
        Assert.Equal([1, 2, 3, 4, 5], epochs);
    }

    [Fact]
    public void It_stops_when_told_to()
    {
        var epochs = new List<int>();
        Assert.IsType<AttemptEnd.Done>(Run(Objective, (epoch, _) => Note(epochs, epoch, Verdict.Stop("enough"))));
        Assert.Equal([1], epochs);
    }

    [Fact]
    public void It_pauses_with_a_checkpoint_and_goes_on_from_it()
    {
        var epochs = new List<int>();
        var paused = Assert.IsType<AttemptEnd.Paused>(Run(Objective, (epoch, _) => Note(epochs, epoch, epoch == 2 ? Verdict.Pause("rung") : Verdict.Continue)));
        Run(Objective, (epoch, _) => Note(epochs, epoch, Verdict.Continue), Request with { Checkpoint = paused.Checkpoint });
        Assert.Equal([1, 2, 3, 4, 5], epochs);
    }

    [Fact]
    public void It_waits_for_an_answer_that_does_not_come_at_once()
    {
        var answer = new TaskCompletionSource<Verdict>();
        var epochs = new BlockingCollection<int>();
        var end = new LocalExecutor(Objective).RunAsync(
            Request,
            (epoch, _) =>
            {
                epochs.Add(epoch);
                return epoch == 1 ? new(answer.Task) : new(Verdict.Stop("enough"));
            },
            CancellationToken.None);
        epochs.Take();
        Assert.False(end.IsCompleted);
        answer.SetResult(Verdict.Continue);
        Patience.Await(end, "the end");
        Assert.Equal(2, epochs.Single());
    }

    [Fact]
    public void It_obeys_cancellation_between_epochs_even_if_the_objective_does_not()
    {
        using var cancel = new CancellationTokenSource();
        var objective = new FunctionObjective("deaf", Objective.DefaultSpace, Objective.DefaultConfiguration, _ =>
        {
            cancel.Cancel();
            return 0.5;
        });
        Assert.Throws<OperationCanceledException>(() => Run(objective, (_, _) => throw new InvalidOperationException("The error came too late."), cancel: cancel.Token));
    }

    [Fact]
    public void What_an_objective_throws_comes_out_with_its_stack()
    {
        var objective = new FunctionObjective("bad", Objective.DefaultSpace, Objective.DefaultConfiguration, _ => throw new ArithmeticException("singular matrix"));
        var thrown = Assert.Throws<ArithmeticException>(() => Run(objective, (_, _) => Verdict.Continue));
        Assert.Contains(nameof(What_an_objective_throws_comes_out_with_its_stack), thrown.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_that_the_objective_refuses_is_told_as_such()
    {
        var refused = Assert.IsType<AttemptEnd.CheckpointRefused>(Run(Objective, (_, _) => Verdict.Continue, Request with { Checkpoint = [1, 2, 3] }));
        Assert.Contains("3 bytes", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_goes_on_with_another_objective_after_its_epoch_as_if_nothing_had_happened()
    {
        var (present, other) = (new SyntheticCurve(), new SyntheticCurve());
        Objective objective = present;
        Assert.Equal(Errors(() => present, _ => { }), Errors(() => objective, epoch => objective = epoch == 2 ? other : present));

        static List<double> Errors(Func<Objective> objective, Action<int> onEpoch)
        {
            var errors = new List<double>();
            var end = new LocalExecutor(objective).RunAsync(
                Request,
                (epoch, error) =>
                {
                    errors.Add(error);
                    onEpoch(epoch);
                    return new(Verdict.Continue);
                },
                CancellationToken.None);
            Patience.Await(end, "the end");
            return errors;
        }
    }

    [Fact]
    public void What_is_begun_when_a_trial_is_told_to_have_ended_runs_on_the_same_thread()
    {
        var threads = new ConcurrentBag<int>();
        var objective = new FunctionObjective("f", Objective.DefaultSpace, Objective.DefaultConfiguration, _ =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            return 0.5;
        });
        var executor = new LocalExecutor(objective);
        var ended = new TaskCompletionSource();
        Begin(50);
        Patience.Await(ended.Task, "fifty trials");
        Assert.Equal(50, threads.Count);
        Assert.Single(threads.Distinct());

        void Begin(int left) => executor.RunAsync(Request with { MaxEpochs = 1 }, (_, _) => new(Verdict.Continue), CancellationToken.None).ContinueWith(
            _ =>
            {
                if (left > 1)
                    Begin(left - 1);
                else
                    ended.SetResult();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private static AttemptEnd Run(Objective objective, Func<int, double, Verdict> report, EvaluationRequest? request = null, CancellationToken cancel = default)
    {
        var end = new LocalExecutor(objective).RunAsync(request ?? Request, (epoch, error) => new(report(epoch, error)), cancel);
        Patience.Await(end, "the end");
        return end.Result;
    }

    private static Verdict Note(List<int> epochs, int epoch, Verdict verdict)
    {
        epochs.Add(epoch);
        return verdict;
    }
}
