using System.Runtime.CompilerServices;
using Hpo.Engine.Tuning;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Log;

public sealed class LiveMemoryTests
{
    private readonly LiveMemory<LiveStudy> _memory = LiveStudies.NewMemory();

    [Fact]
    public void There_is_one_object_for_all_who_look()
    {
        var study = _memory.Add(Study("a", isOver: true));
        Assert.Same(study, _memory.Add(Study("a", isOver: true)));
        Assert.Same(study, _memory.Find("a"));
        _memory.Remove("a");
        Assert.Null(_memory.Find("a"));
    }

    [Fact]
    public void Of_those_that_have_ended_and_nobody_holds_only_the_latest_stay()
    {
        Fill(100, isOver: true);
        var held = _memory.Add(Study("held", isOver: true));
        Fill(20, isOver: true, name: "later");
        Collect();
        Assert.Equal(9, _memory.All.Count);
        Assert.Same(held, _memory.Find("held"));
        Assert.False(_memory.AnyNeeded(study => study.Snapshot.Status != StudyStatus.Ended));
    }

    [Fact]
    public void Those_stay_that_run_or_have_something_to_say_that_no_log_tells()
    {
        Fill(30, isOver: false);
        FillWithFailures(10);
        Collect();
        Assert.Equal(40, _memory.All.Count);
        Assert.True(_memory.AnyNeeded(study => study.Snapshot.Status != StudyStatus.Ended));
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    // in a method of its own, so that no variable of the test holds them
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Fill(int count, bool isOver, string name = "one")
    {
        for (var i = 0; i < count; i++)
            _memory.Add(Study($"{name} {i}", isOver));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FillWithFailures(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var study = Study($"failed {i}", isOver: true);
            study.Fail("no room");
            _memory.Add(study);
        }
    }

    private static LiveStudy Study(string id, bool isOver)
    {
        var study = new LiveStudy(new StudyHeader(id, DateTimeOffset.UnixEpoch, Definition), Events, TimeProvider.System);
        if (isOver)
            study.Publish([new LoggedEvent<StudyEvent>(Events.Count + 1, new StudyEnded(Seconds(5), StudyOutcome.Completed, "done"))]);
        return study;
    }
}
