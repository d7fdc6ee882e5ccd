using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Running.Commands;

public sealed class SendTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GatedObjective _gate = new();
    private StudyService _service;

    public SendTests() => _service = new StudyService(_folder.Path, CatalogOf(_gate));

    public void Dispose()
    {
        _service.Dispose();
        _gate.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_command_is_answered_with_what_takes_it_back_and_that_does()
    {
        var study = await StartAsync();
        await There(study, new SetNumberOfTrials(7), snapshot => snapshot.NumberOfTrials == 7, snapshot => snapshot.NumberOfTrials == 5);
        await There(study, new SetWorkers(2), snapshot => snapshot.Workers == 2, snapshot => snapshot.Workers == 1);
        await There(study, new StopStudy(), snapshot => snapshot.Status == StudyStatus.Stopping, snapshot => snapshot.Status == StudyStatus.Running);
        await There(study, new PauseStudy(), snapshot => snapshot.Status == StudyStatus.Pausing, snapshot => snapshot.Status == StudyStatus.Running);
        await There(study, new TryConfiguration(Initial), snapshot => snapshot.Enqueued.Count == 1, snapshot => snapshot.Enqueued.IsEmpty);
        Assert.Equal(10, study.Snapshot.Steering.Count);

        async Task There(LiveStudy live, StudyCommand command, Func<StudySnapshot, bool> isDone, Func<StudySnapshot, bool> isUndone)
        {
            var answer = _service.Send(live.Id, command);
            Assert.True(answer.IsDone, answer.Words);
            await Until(live, isDone);
            var undone = _service.Send(live.Id, answer.Undo!);
            Assert.True(undone.IsDone, undone.Words);
            await Until(live, isUndone);
        }
    }

    [Fact]
    public async Task A_paused_study_stands_still_and_goes_on()
    {
        var study = await StartAsync();
        _service.Send(study.Id, new PauseStudy());
        _gate.Open();
        await Until(study, snapshot => snapshot.Status == StudyStatus.Paused);
        Assert.Equal(study.Snapshot.Elapsed, study.ElapsedNow);
        Assert.Equal(1, study.Snapshot.Ended);
        Assert.True(_service.Send(study.Id, new ContinueStudy()).IsDone);
        await Until(study, snapshot => snapshot.Status == StudyStatus.Ended);
        Assert.Equal(5, study.Snapshot.Ended);
    }

    [Fact]
    public async Task A_configuration_is_tried_next_and_a_trial_is_stopped()
    {
        var study = await StartAsync();
        var wanted = Initial.With("x", 0.125);
        Assert.True(_service.Send(study.Id, new TryConfiguration(wanted)).IsDone);
        var answer = _service.Send(study.Id, new StopTrial(0));
        Assert.Equal((true, "Trial 0 is stopped.", null), (answer.IsDone, answer.Words, answer.Undo));
        await Until(study, snapshot => snapshot.Trials.Count == 2);
        Assert.Equal((wanted, 0), (study.Snapshot.Trials[1].Configuration, study.Snapshot.Trials[1].Enqueued));
        Assert.Equal((TrialStatus.Cancelled, true), (study.Snapshot.Trials[0].Status, study.Snapshot.Trials[0].IsStopRequested));
        Assert.Empty(study.Snapshot.Enqueued);
        Assert.Equal("Trial 0 has ended.", _service.Send(study.Id, new StopTrial(0)).Words);
    }

    [Fact]
    public async Task What_its_definition_could_not_have_asked_for_is_refused_in_words()
    {
        var study = await StartAsync();
        Refused(new SetNumberOfTrials(StudyDefinitionRules.MaxTrials + 1), "too many");
        Refused(new SetNumberOfTrials(0), "at least 1");
        Refused(new SetWorkers(1000), "too many");
        Refused(new TryConfiguration(Initial.With("x", 2.0)), "x:");
        Refused(new TryConfiguration(new(("y", 2))), "y");
        for (var number = 0; number < 100; number++)
            Assert.True(_service.Send(study.Id, new TryConfiguration(Initial)).IsDone);
        await Until(study, snapshot => snapshot.Enqueued.Count == 100);
        Refused(new TryConfiguration(Initial), "wait to be tried already");
        Assert.Equal("There is no study nosuchid.", _service.Send("nosuchid", new PauseStudy()).Words);

        void Refused(StudyCommand command, string words)
        {
            var answer = _service.Send(study.Id, command);
            Assert.False(answer.IsDone);
            Assert.Contains(words, answer.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_study_that_has_ended_takes_no_commands()
    {
        var study = await StartAsync();
        Assert.True(_service.Send(study.Id, new CancelStudy()).IsDone);
        await Until(study, snapshot => snapshot.Status == StudyStatus.Ended);
        Assert.False(_service.Send(study.Id, new PauseStudy()).IsDone);
        Assert.Equal((5, 1), (study.Summary.TrialsAsked, study.Snapshot.WorkersAsked(study.Definition)));
    }

    [Fact]
    public async Task A_study_that_was_steered_goes_on_in_the_next_process_with_what_it_was_told()
    {
        var study = await StartAsync();
        _service.Send(study.Id, new SetNumberOfTrials(3));
        _service.Send(study.Id, new SetWorkers(2));
        _service.Send(study.Id, new TryConfiguration(Initial.With("x", 0.25)));
        _service.Send(study.Id, new PauseStudy());
        await Until(study, snapshot => snapshot.Steering.Count == 4);
        _service.Dispose();
        _service = new StudyService(_folder.Path, CatalogOf(configuration => configuration["x"].AsReal()));
        var resumed = _service.Resume(study.Id);
        await Until(resumed, snapshot => snapshot.Status == StudyStatus.Ended && !snapshot.CanResume);
        Assert.Equal((StudyOutcome.Completed, 3), (resumed.Snapshot.Outcome, resumed.Snapshot.Ended));
        Assert.Contains(resumed.Snapshot.Trials, trial => trial.Enqueued == 0 && trial.Error == 0.25);
        Assert.Empty(_service.Check().Problems);
    }

    private static async Task Until(LiveStudy study, Func<StudySnapshot, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (study.Snapshot is var snapshot && !condition(snapshot))
            await study.WaitForChangeAsync(snapshot.Sequence, patience.Token);
    }

    /// <summary>A study of one worker, whose first trial waits at the gate.</summary>
    private async Task<LiveStudy> StartAsync()
    {
        var study = _service.Start(Definition);
        await _gate.Entered(1);
        return study;
    }
}
