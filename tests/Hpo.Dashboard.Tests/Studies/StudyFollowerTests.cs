using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class StudyFollowerTests : IDisposable
{
    private readonly StudyWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task It_shows_the_last_state_of_a_study_and_ends_with_it()
    {
        var study = _world.Start(trials: 3);
        var shown = new List<StudySnapshot>();
        for (var i = 0; i < 3; i++)
            _world.Objective.Report(0.5);

        await StudyFollower.FollowAsync(study, 0, TimeSpan.FromMilliseconds(1), TimeProvider.System, Show, CancellationToken.None)
            .WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(StudyStatus.Ended, shown[^1].Status);
        Assert.Equal(shown.OrderBy(study => study.Sequence).Distinct(), shown);

        Task Show(StudySnapshot snapshot)
        {
            shown.Add(snapshot);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task It_says_nothing_of_a_study_that_has_ended_and_was_seen()
    {
        var study = _world.Start(trials: 1);
        _world.Objective.Report(0.5);
        await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Ended);

        await StudyFollower.FollowAsync(
            study, study.Snapshot.Sequence, TimeSpan.FromMilliseconds(1), TimeProvider.System, _ => throw new InvalidOperationException(), CancellationToken.None);
    }

    [Fact]
    public async Task Between_two_calls_there_is_always_the_interval()
    {
        // the interval never ends by itself: the second call must not come although the study goes on
        var study = _world.Start(trials: 3);
        using var leave = new CancellationTokenSource();
        var calls = 0;
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var following = StudyFollower.FollowAsync(study, 0, Timeout.InfiniteTimeSpan, TimeProvider.System, Count, leave.Token);

        await called.Task.WaitAsync(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 3; i++)
            _world.Objective.Report(0.5);
        await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Ended);
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
        Assert.Equal(1, calls);

        Task Count(StudySnapshot snapshot)
        {
            calls++;
            called.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
