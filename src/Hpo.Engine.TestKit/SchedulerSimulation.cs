using Hpo.Engine.Randomness;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.TestKit;

/// <summary>
/// The tuner's side of the conversation with a scheduler, on one thread: which trial reports next is drawn from a seed, so that trials finish
/// out of order, always in the same one. It holds the scheduler to the rules of <see cref="HpoScheduler"/>.
/// </summary>
public sealed class SchedulerSimulation(HpoScheduler scheduler, int trials, int workers, int maxEpochs, long order)
{
    private readonly Dictionary<int, TrialStatus> _status = [];
    private readonly Dictionary<int, int> _epochs = [];
    private readonly RandomStream _random = new(order);

    /// <summary>The error of a trial after an epoch; not a number for one that diverges.</summary>
    public Func<Configuration, int, double> Error { get; init; } = (configuration, epoch) => configuration.X() + (1.0 / epoch);

    /// <summary>The probability that an epoch fails.</summary>
    public double FailureRate { get; init; }

    /// <summary>The probability that the checkpoint of a pause cannot be saved.</summary>
    public double PauseFailureRate { get; init; }

    /// <summary>Called before the scheduler is asked, with the number a new trial would have; what it returns is called with the answer.</summary>
    public Func<int?, Action<Decision>?> OnAsk { get; init; } = _ => null;

    public List<SchedulerStep> Steps { get; } = [];

    public Dictionary<int, Configuration> Configurations { get; } = [];

    public IReadOnlyDictionary<int, TrialStatus> Status => _status;

    public IReadOnlyDictionary<int, int> Epochs => _epochs;

    public string? Exhausted { get; private set; }

    public IEnumerable<SchedulerStep.Reported> Reports => Steps.OfType<SchedulerStep.Reported>();

    public IEnumerable<Decision> Decisions => Steps.OfType<SchedulerStep.Asked>().Select(asked => asked.Decision);

    public int EpochsSpent => Reports.Count();

    private List<int> Running => [.. _status.Where(trial => trial.Value == TrialStatus.Running).Select(trial => trial.Key).Order()];

    public SchedulerSimulation Run()
    {
        do
        {
            for (var free = workers - Running.Count; free > 0 && Exhausted is null && Assign(); free--)
            {
            }

            if (Running is { Count: > 0 } running)
                Advance(running[_random.Next(running.Count)]);
        }
        while (Running.Count > 0 || Exhausted is null);
        return this;
    }

    /// <summary>Asks for one worker; false when it has to wait.</summary>
    private bool Assign()
    {
        while (true)
        {
            int? newTrialId = _status.Count < trials ? _status.Count : null;
            var check = OnAsk(newTrialId);
            var decision = scheduler.Suggest(newTrialId);
            Steps.Add(new SchedulerStep.Asked(newTrialId, decision));
            check?.Invoke(decision);
            switch (decision)
            {
                case Decision.Start start:
                    Start(newTrialId, start);
                    return true;
                case Decision.Resume resume:
                    Assert.Equal(TrialStatus.Paused, _status[resume.TrialId]);
                    _status[resume.TrialId] = TrialStatus.Running;
                    return true;
                case Decision.Stop stop:
                    Assert.Equal(TrialStatus.Paused, _status[stop.TrialId]);
                    _status[stop.TrialId] = TrialStatus.Stopped;
                    break;
                case Decision.Wait:
                    Assert.True(Running.Count > 0, "It waits although no trial is running.");
                    return false;
                default:
                    Exhausted = Assert.IsType<Decision.Exhausted>(decision).Reason;
                    return false;
            }
        }
    }

    private void Start(int? newTrialId, Decision.Start start)
    {
        Assert.True(newTrialId is not null, "More trials are started than asked for.");
        var trialId = newTrialId.Value;
        if (start.ParentId is { } parent)
            Assert.Equal(TrialStatus.Paused, _status[parent]);
        _status.Add(trialId, TrialStatus.Running);
        _epochs.Add(trialId, start.ParentId is { } id ? _epochs[id] : 0);
        Configurations.Add(trialId, start.Configuration);
        scheduler.OnTrialStarted(trialId, start.Configuration);
    }

    private void Advance(int trialId)
    {
        if (_random.NextDouble() < FailureRate)
        {
            Fail(trialId, TrialStatus.Failed);
            return;
        }

        var epoch = ++_epochs[trialId];
        var error = Error(Configurations[trialId], epoch);
        if (!double.IsFinite(error))
        {
            Fail(trialId, double.IsNaN(error) ? TrialStatus.NotANumber : TrialStatus.Infinite);
            return;
        }

        var verdict = scheduler.Update(Configurations[trialId], error, new TrialInfo(trialId, epoch, maxEpochs, TimeSpan.Zero));
        Steps.Add(new SchedulerStep.Reported(trialId, epoch, error, verdict));
        _status[trialId] = (epoch >= maxEpochs, verdict.Kind) switch
        {
            (true, _) => TrialStatus.Completed,
            (_, VerdictKind.Pause) => TrialStatus.Paused,
            (_, VerdictKind.Stop) => TrialStatus.Stopped,
            _ => TrialStatus.Running,
        };
        if (_status[trialId] == TrialStatus.Paused && _random.NextDouble() < PauseFailureRate)
            Fail(trialId, TrialStatus.Failed);
    }

    private void Fail(int trialId, TrialStatus status)
    {
        _status[trialId] = status;
        Steps.Add(new SchedulerStep.Failed(trialId));
        scheduler.OnTrialFailed(trialId, Configurations[trialId], status);
    }
}
