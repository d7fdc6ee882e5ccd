using Hpo.Engine.Schedulers;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>What a study tells of its rungs.</summary>
public class RungEventsTests
{
    private readonly ScriptedObjective _objective = new(maxEpochs: 3);

    [Theory]
    [InlineData(VerdictKind.Continue, typeof(EpochReported))]
    [InlineData(VerdictKind.Pause, typeof(TrialPaused))]
    [InlineData(VerdictKind.Stop, typeof(TrialEnded))]
    public void That_a_rung_was_reached_comes_after_the_error_and_before_what_becomes_of_the_trial(VerdictKind kind, Type next)
    {
        var standing = new RungStanding(0, 1, 1, 1, null);
        var run = TunerRun.Start(
            new ScriptedScheduler { OnUpdate = (_, _, info) => info.Epoch == 1 ? new Verdict(kind, "rung 1: rank 1 of 1", standing) : Verdict.Continue },
            _objective, 1);
        foreach (var epoch in new[] { 1, 2, 3 })
            _objective.Answer(0, 0.5, epoch);
        run.Finish();
        var reached = Assert.Single(run.Events.Of<RungReached>());
        Assert.Equal((0, standing, "rung 1: rank 1 of 1"), (reached.TrialId, reached.Standing, reached.Reason));
        var index = run.Events.All.ToList().IndexOf(reached);
        Assert.Equal(1, Assert.IsType<EpochReported>(run.Events.All[index - 1]).Epoch);
        Assert.IsType(next, run.Events.All[index + 1]);
    }

    [Fact]
    public void The_last_rung_is_told_of_before_the_trial_is_completed()
    {
        var run = TunerRun.Start(
            new ScriptedScheduler { OnUpdate = (_, _, info) => info.IsFinal ? Verdict.GoOn("the last rung", new RungStanding(0, 3, 1, 1, null)) : Verdict.Continue },
            _objective, 1);
        foreach (var epoch in new[] { 1, 2, 3 })
            _objective.Answer(0, 0.5, epoch);
        run.Finish();
        Assert.Equal([typeof(EpochReported), typeof(RungReached), typeof(TrialEnded), typeof(StudyEnded)], run.Events.All.TakeLast(4).Select(studyEvent => studyEvent.GetType()));
    }

    [Fact]
    public void The_first_event_holds_the_ladders()
    {
        var run = TunerRun.Start(new ScriptedScheduler { Ladders = [new Bracket([1, 3])], OnSuggest = _ => new Decision.Exhausted("nothing") }, _objective, 1);
        run.Finish();
        Assert.Equal([new Bracket([1, 3])], Assert.IsType<StudyStarted>(run.Events.All[0]).Brackets);
    }

    [Fact]
    public void An_objective_that_the_scheduler_cannot_run_is_refused_before_anything_starts()
    {
        var problem = new Problem("scheduler", "It has no rungs.");
        var scheduler = new ScriptedScheduler { OnCheck = (objective, maxEpochs) => objective == _objective && maxEpochs == 3 ? [problem] : [] };
        Assert.Equal([problem], Assert.Throws<InvalidInputException>(() => new HpoTuner(scheduler, _objective)).Problems);
    }
}
