using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Running;

/// <summary>Studies of objectives that know their own times.</summary>
public sealed class SimulatedStudyTests : IDisposable
{
    private static readonly StudyDefinition Simulated = Definition with { MaxEpochs = 3, Workers = 2 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_study_of_hours_is_over_in_moments_and_its_events_carry_the_hours()
    {
        using var service = Open(new SimulatedObjective());
        var study = service.Start(Simulated);
        await UntilEnded(study);
        Assert.True(study.IsSimulated);
        Assert.Equal(StudyOutcome.Completed, study.Snapshot.Outcome);
        // five trials on two workers: three after the other, each decided on in 0.1 s
        Assert.Equal(TimeSpan.FromHours(9) + TimeSpan.FromSeconds(0.3), study.Snapshot.Elapsed);
        Assert.All(study.Snapshot.Trials, trial => Assert.Equal(TimeSpan.FromHours(3) + TimeSpan.FromSeconds(0.1), trial.Runtime));
        Assert.Equal([0, 1, 0, 1, 0], study.Snapshot.Trials.Select(trial => trial.Stretches[0].Worker));
        Assert.Equal(study.Snapshot.Elapsed, study.ElapsedNow);
    }

    [Fact]
    public async Task It_says_when_it_was_really_started()
    {
        using var service = Open(new SimulatedObjective());
        var study = service.Start(Simulated);
        await UntilEnded(study);
        Assert.InRange(study.Snapshot.StartedAt!.Value - study.CreatedAt, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Its_limits_are_of_simulated_time()
    {
        using var service = Open(new SimulatedObjective());
        var study = service.Start(Simulated with { Workers = 1, Stop = new StopCriteria(5, TimeLimitSeconds: 5 * 3600) });
        await UntilEnded(study);
        Assert.Equal((StudyOutcome.TimeLimit, TimeSpan.FromHours(5)), (study.Snapshot.Outcome, study.Snapshot.Elapsed));
        Assert.Equal([TrialStatus.Completed, TrialStatus.Cancelled], study.Snapshot.Trials.Select(trial => trial.Status));

        var slow = service.Start(Simulated with { TrialTimeoutSeconds = 2 * 3600 });
        await UntilEnded(slow);
        Assert.All(slow.Snapshot.Trials, trial => Assert.Equal(TrialStatus.TimedOut, trial.Status));
    }

    [Fact]
    public async Task The_same_definition_gives_the_same_events()
    {
        using var service = Open(new SimulatedObjective());
        var (first, second) = (service.Start(Simulated), service.Start(Simulated));
        await UntilEnded(first);
        await UntilEnded(second);
        Assert.Equal(Log(first), Log(second));

        static IEnumerable<string> Log(LiveStudy study) =>
            study.EventsAfter(1)!.Select(logged => StudyEventJson.WriteBody(logged.Event));
    }

    [Fact]
    public async Task Stop_lets_running_trials_finish_and_starts_no_others()
    {
        var study = await RunUntilTrial(2, (service, id) => service.Send(id, new StopStudy()));
        Assert.Equal(StudyOutcome.Stopped, study.Snapshot.Outcome);
        Assert.All(study.Snapshot.Trials, trial => Assert.Equal(TrialStatus.Completed, trial.Status));
        Assert.InRange(study.Snapshot.Trials.Count, 3, 4);
    }

    [Fact]
    public async Task Cancel_ends_running_trials()
    {
        var study = await RunUntilTrial(2, (service, id) => service.Send(id, new CancelStudy()));
        Assert.Equal(StudyOutcome.Cancelled, study.Snapshot.Outcome);
        Assert.Contains(study.Snapshot.Trials, trial => trial.Status == TrialStatus.Cancelled);
    }

    [Fact]
    public async Task A_study_that_is_cancelled_the_moment_it_was_started_is_cancelled()
    {
        using var service = Open(new SimulatedObjective());
        var study = service.Start(Simulated with { Stop = new StopCriteria(100_000) });
        Assert.True(service.Send(study.Id, new CancelStudy()).IsDone);
        await UntilEnded(study);
        Assert.Equal(StudyOutcome.Cancelled, study.Snapshot.Outcome);
    }

    [Fact]
    public void Closing_the_service_interrupts_it_and_it_is_found_again()
    {
        string id;
        using (var service = Open(new SimulatedObjective()))
            id = service.Start(Simulated with { Stop = new StopCriteria(100_000) }).Id;
        using var reopened = Open(new SimulatedObjective());
        var study = reopened.Find(id)!;
        Assert.True(study.IsSimulated);
        Assert.Equal(StudyOutcome.Interrupted, study.Snapshot.Outcome);
        Assert.Equal(study.Snapshot.Elapsed, study.ElapsedNow);
    }

    [Fact]
    public void Its_clock_stands_still_between_events()
    {
        var study = new LiveStudy(new StudyHeader("a", DateTimeOffset.UnixEpoch, Simulated), Events, TimeProvider.System, isSimulated: true);
        Assert.Equal(StudyStatus.Running, study.Snapshot.Status);
        Assert.Equal(Events[^1].Event.Elapsed, study.ElapsedNow);
    }

    /// <summary>Runs a study of 1,000 trials, does something in the first epoch of one of them, and waits for the end.</summary>
    private async Task<LiveStudy> RunUntilTrial(int trialId, Action<StudyService, string> act)
    {
        StudyService? service = null;
        LiveStudy? study = null;
        using var started = new ManualResetEventSlim();
        var objective = new SimulatedObjective(request =>
        {
            if (request.TrialId != trialId)
                return;
            started.Wait();
            act(service!, study!.Id);
        });
        using (service = Open(objective))
        {
            study = service.Start(Simulated with { Stop = new StopCriteria(1000) });
            started.Set();
            await UntilEnded(study);
        }

        return study;
    }

    private static async Task UntilEnded(LiveStudy study)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (study.Snapshot.Status != StudyStatus.Ended)
            await study.WaitForChangeAsync(study.Snapshot.Sequence, patience.Token);
    }

    private StudyService Open(SimulatedObjective objective) => new(_folder.Path, CatalogOf(objective));
}
