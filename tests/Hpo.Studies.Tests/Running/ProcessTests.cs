using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Process;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;

namespace Hpo.Studies.Tests.Running;

/// <summary>Real processes that share a data folder.</summary>
public sealed class ProcessTests : IDisposable
{
    private const int Endless = 10_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_sees_the_studies_of_the_other_live_and_to_their_ends()
    {
        using var service = Open();
        using var other = await OtherProcess.StartAsync(_folder.Path);
        var mine = service.Start(Curves.Study(trials: 12));
        var id = await other.StartStudyAsync(12);
        Assert.Contains(service.List(), study => study.Id == id);
        var theirs = service.Find(id)!;
        await Until(theirs, () => theirs.Snapshot.Status == StudyStatus.Running && theirs.Snapshot.Trials.Count > 2);
        foreach (var study in new[] { mine, theirs })
        {
            await Until(study, () => study.Snapshot.Status == StudyStatus.Ended);
            Assert.Equal((StudyOutcome.Completed, 12), (study.Snapshot.Outcome, study.Snapshot.Trials.Count));
        }

        Assert.Equal(mine.Snapshot.Trials.Select(trial => trial.Error), theirs.Snapshot.Trials.Select(trial => trial.Error));
        Assert.Empty(service.Check().Problems);
    }

    [Fact]
    public async Task What_a_killed_process_ran_is_marked_by_the_others_and_goes_on_in_one_of_them()
    {
        using var first = Open();
        using var second = Open();
        using var other = await OtherProcess.StartAsync(_folder.Path);
        var id = await other.StartStudyAsync(30);
        var (one, two) = (first.Find(id)!, second.Find(id)!);
        await Until(one, () => one.Snapshot.Ended >= 3);
        Assert.Contains("another process runs it", Assert.Throws<CannotResumeException>(() => first.Resume(id)).Message, StringComparison.Ordinal);
        var shown = one.Snapshot;
        await other.KillAsync();

        await Until(one, () => one.Snapshot.CanResume);
        await Until(two, () => two.Snapshot.CanResume);
        Assert.Equal(one.Snapshot.Sequence, two.Snapshot.Sequence);
        Assert.Single(one.EventsAfter(0)!, logged => logged.Event is StudyEnded);
        Assert.Equal(shown.Trials.Where(trial => trial.Status.IsFinal()), one.Snapshot.Trials.Take(shown.Trials.Count).Where(trial => shown.Trials[trial.Id].Status.IsFinal()), Same);
        Assert.DoesNotContain(one.Snapshot.Trials, trial => trial.Status == TrialStatus.Running);

        var resumed = await Task.WhenAll(new[] { first, second }.Select(service => Task.Run(() => Resumes(service, id))));
        Assert.Single(resumed, isResumed => isResumed);
        await Until(one, () => one.Snapshot.Outcome == StudyOutcome.Completed);
        await Until(two, () => two.Snapshot.Outcome == StudyOutcome.Completed);
        Assert.Equal(30, one.Snapshot.Trials.Count);
        Assert.Empty(first.Check().Problems);
    }

    [Fact]
    public async Task A_suspended_process_keeps_its_study()
    {
        using var service = Open();
        using var other = await OtherProcess.StartAsync(_folder.Path);
        var id = await other.StartStudyAsync(Endless);
        var study = service.Find(id)!;
        await Until(study, () => study.Snapshot.Ended >= 1);
        await other.SuspendAsync(true);
        Assert.Throws<CannotResumeException>(() => service.Resume(id));
        Assert.Throws<InvalidOperationException>(() => service.Compact());
        await other.SuspendAsync(false);
        var before = study.Snapshot.Ended;
        await Until(study, () => study.Snapshot.Ended > before);
        Assert.True(service.Send(id, new CancelStudy()).IsDone);
        await Until(study, () => study.Snapshot.Outcome == StudyOutcome.Cancelled);
    }

    [Fact]
    public async Task A_process_that_ends_in_good_order_leaves_its_study_to_be_resumed()
    {
        using var service = Open();
        using var other = await OtherProcess.StartAsync(_folder.Path);
        var id = await other.StartStudyAsync(20);
        var study = service.Find(id)!;
        await Until(study, () => study.Snapshot.Ended >= 1);
        await other.ExitAsync();
        await Until(study, () => study.Snapshot.CanResume);
        service.Resume(id);
        await Until(study, () => study.Snapshot.Outcome == StudyOutcome.Completed);
        Assert.Equal(20, study.Snapshot.Trials.Count);
        Assert.Empty(Directory.EnumerateFiles(_folder.File("processes")).Skip(1));
    }

    [Fact]
    public async Task Two_that_write_hundreds_of_events_a_second_do_not_hold_each_other_up()
    {
        using var service = Open();
        using var other = await OtherProcess.StartAsync(_folder.Path);
        List<LiveStudy> studies = [];
        for (var i = 0; i < 3; i++)
        {
            studies.Add(service.Start(Curves.Study(trials: 20, epochs: 20)));
            studies.Add(service.Find(await other.StartStudyAsync(40))!);
        }

        foreach (var study in studies)
        {
            await Until(study, () => study.Snapshot.Status == StudyStatus.Ended);
            Assert.Equal((StudyOutcome.Completed, null), (study.Snapshot.Outcome, study.LogFailure));
        }

        Assert.Empty(service.Check().Problems);
    }

    private static bool Resumes(StudyService service, string id)
    {
        try
        {
            service.Resume(id);
            return true;
        }
        catch (CannotResumeException)
        {
            return false;
        }
    }

    private static bool Same(TrialView one, TrialView other) =>
        (one.Id, one.Status, one.Error, one.Runtime, one.EndedAt) == (other.Id, other.Status, other.Error, other.Runtime, other.EndedAt)
        && one.Curve.SequenceEqual(other.Curve);

    private static async Task Until(LiveStudy study, Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isSo())
            await study.WaitForChangeAsync(study.Snapshot.Sequence, patience.Token);
    }

    private StudyService Open() => new(_folder.Path, Curves.Catalog);
}
