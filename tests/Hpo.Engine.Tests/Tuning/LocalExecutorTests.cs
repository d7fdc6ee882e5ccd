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
        var checkpoint = new LocalExecutor(Objective).Execute(Request, (epoch, _) => Note(epochs, epoch, Verdict.Continue), CancellationToken.None);
        Assert.Null(checkpoint);
        Assert.Equal([1, 2, 3, 4, 5], epochs);
    }

    [Fact]
    public void It_stops_when_told_to()
    {
        var epochs = new List<int>();
        Assert.Null(new LocalExecutor(Objective).Execute(Request, (epoch, _) => Note(epochs, epoch, Verdict.Stop("enough")), CancellationToken.None));
        Assert.Equal([1], epochs);
    }

    [Fact]
    public void It_pauses_with_a_checkpoint_and_goes_on_from_it()
    {
        var epochs = new List<int>();
        var executor = new LocalExecutor(Objective);
        var checkpoint = executor.Execute(Request, (epoch, _) => Note(epochs, epoch, epoch == 2 ? Verdict.Pause("rung") : Verdict.Continue), CancellationToken.None);
        Assert.NotNull(checkpoint);
        executor.Execute(Request with { Checkpoint = checkpoint }, (epoch, _) => Note(epochs, epoch, Verdict.Continue), CancellationToken.None);
        Assert.Equal([1, 2, 3, 4, 5], epochs);
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
        Assert.Throws<OperationCanceledException>(() => new LocalExecutor(objective).Execute(
            Request, (_, _) => throw new InvalidOperationException("The error came too late."), cancel.Token));
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
            new LocalExecutor(objective).Execute(
                Request,
                (epoch, error) =>
                {
                    errors.Add(error);
                    onEpoch(epoch);
                    return Verdict.Continue;
                },
                CancellationToken.None);
            return errors;
        }
    }

    private static Verdict Note(List<int> epochs, int epoch, Verdict verdict)
    {
        epochs.Add(epoch);
        return verdict;
    }
}
