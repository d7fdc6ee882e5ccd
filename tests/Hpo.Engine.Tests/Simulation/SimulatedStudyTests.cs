using Hpo.Engine.Simulation;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Simulation;

/// <summary>What holds of every simulated study, whatever schedules it.</summary>
public class SimulatedStudyTests
{
    private const int Trials = 40, MaxEpochs = 9;

    private static readonly TimeSpan Decision = TimeSpan.FromSeconds(0.7);

    public static TheoryData<string> Schedulers => Methods.SchedulerNames;

    [Theory, MemberData(nameof(Schedulers))]
    public void Its_events_make_sense(string scheduler)
    {
        foreach (var workers in new[] { 1, 3, 16 })
        {
            var curves = Curves();
            var run = Run(scheduler, curves, workers);
            StudyGrammar.AssertFollowed(run.Events, MaxEpochs);
            Assert.Equal(Trials, run.All<TrialStarted>().Count);
            Assert.Equal(run.Events.Select(studyEvent => studyEvent.Elapsed).Order(), run.Events.Select(studyEvent => studyEvent.Elapsed));
            Assert.Equal(0, curves.Open);
            AssertOneTrialAWorker(run.Events, workers);
        }
    }

    [Theory, MemberData(nameof(Schedulers))]
    public void The_runtime_of_a_trial_is_its_decisions_and_the_time_it_was_on_a_worker(string scheduler)
    {
        foreach (var workers in new[] { 1, 3, 16 })
        {
            var run = Run(scheduler, Curves(), workers);
            foreach (var record in run.Tuner.Records)
            {
                var begun = run.Events.Where(e => e is TrialStarted start && start.TrialId == record.TrialId || e is TrialResumed resume && resume.TrialId == record.TrialId);
                var paused = run.All<TrialPaused>().Where(pause => pause.TrialId == record.TrialId).Select(pause => pause.Elapsed).ToList();
                var ended = run.All<TrialEnded>().Single(end => end.TrialId == record.TrialId).Elapsed;
                var stretches = begun.Select((begin, i) => (i < paused.Count ? paused[i] : ended) - begin.Elapsed + Decision);
                Assert.Equal(stretches.Aggregate((a, b) => a + b), record.Runtime);
            }
        }
    }

    [Theory, MemberData(nameof(Schedulers))]
    public void One_worker_is_never_idle_so_that_the_study_takes_the_sum_of_its_trials(string scheduler)
    {
        var run = Run(scheduler, Curves(), workers: 1);
        Assert.Equal(run.Tuner.CurrentRuntime, run.Ended.Elapsed);
        Assert.Equal(run.Tuner.CumulativeRuntime[^1], run.Ended.Elapsed);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(16)]
    public void Workers_that_never_wait_take_at_most_as_long_as_list_scheduling_may(int workers)
    {
        // Graham (1966): the sum over the workers, and the longest trial times 1 - 1/N
        var run = SimulatedRun.Of(
            Methods.Schedulers["FIFO"](Methods.Searchers["random"](TestSpaces.Line, 1), MaxEpochs), Curves(), Trials,
            new() { Workers = workers, DecisionTime = new DecisionTime.None() });
        var sum = run.Tuner.CurrentRuntime;
        var longest = run.Tuner.Records.Max(record => record.Runtime);
        Assert.InRange(run.Ended.Elapsed, TimeSpan.FromTicks(Math.Max(longest.Ticks, sum.Ticks / workers)), (sum / workers) + (longest * (1 - (1.0 / workers))));
    }

    [Theory, MemberData(nameof(Schedulers))]
    public void The_same_seed_gives_the_same_events(string scheduler)
    {
        foreach (var searcher in new[] { "random", "TPE", "CMA-ES" })
        {
            Assert.Equal(
                Run(scheduler, Curves(), workers: 4, searcher).Events.Select(EventText.Of),
                Run(scheduler, Curves(), workers: 4, searcher).Events.Select(EventText.Of));
        }
    }

    [Theory, MemberData(nameof(Schedulers))]
    public void Nothing_is_known_before_its_time(string scheduler)
    {
        foreach (var workers in new[] { 1, 4 })
        {
            var whole = Run(scheduler, Curves(), workers, "TPE").Events;
            var reported = whole.OfType<EpochReported>().ToDictionary(report => (report.TrialId, report.Epoch), report => report.Elapsed);
            foreach (var share in new[] { 0.1, 0.4, 0.7, 0.95 })
            {
                var until = whole[^1].Elapsed * share;
                var other = Run(
                    scheduler, Curves((trial, epoch, error) => reported.TryGetValue((trial, epoch), out var at) && at <= until ? error : 5 - error), workers, "TPE").Events;
                Assert.Equal(UpTo(whole, until), UpTo(other, until));
                Assert.NotEqual(whole.Select(EventText.Of), other.Select(EventText.Of));
            }
        }

        static IEnumerable<string> UpTo(IEnumerable<StudyEvent> events, TimeSpan until) =>
            events.Where(studyEvent => studyEvent.Elapsed <= until).Select(EventText.Of);
    }

    [Fact]
    public void Workers_are_idle_while_synchronous_successive_halving_waits_for_its_slowest_trial()
    {
        // trial 0 takes 5 s an epoch, the others 1 s; four trials to the first rung, two to the second, one to the last
        var curves = new TimedCurves(maxEpochs: 4) { Seconds = (request, _) => request.TrialId == 0 ? 5 : 1 };
        var run = SimulatedRun.Of(
            Methods.Schedulers["successive halving"](Methods.Searchers["random"](TestSpaces.Line, 1), 4), curves, 4,
            new() { Workers = 3, DecisionTime = new DecisionTime.None() });
        Assert.Equal([0.0, 0, 0, 1], run.All<TrialStarted>().Select(start => start.Elapsed.TotalSeconds));
        Assert.Equal([5.0, 5], run.All<TrialResumed>().Take(2).Select(resume => resume.Elapsed.TotalSeconds));
        Assert.Equal([0, 1], run.All<TrialResumed>().Take(2).Select(resume => resume.Worker));
        Assert.Equal(1, run.Tuner.Records.Count(record => record.Status == TrialStatus.Completed));
        Assert.Equal(3, run.Tuner.Records.Count(record => record.Status == TrialStatus.Stopped));
    }

    [Theory]
    [InlineData("successive halving")]
    [InlineData("Hyperband")]
    [InlineData("ASHA promotion")]
    [InlineData("PBT")]
    public void Trials_are_paused_and_resumed_or_bred_from(string scheduler)
    {
        var run = Run(scheduler, Curves(), workers: 3);
        Assert.NotEmpty(run.All<TrialPaused>());
        if (scheduler == "PBT")
            Assert.Contains(run.All<TrialStarted>(), start => start.ParentId is not null);
        Assert.NotEmpty(run.All<TrialResumed>());
        Assert.Contains(run.Tuner.Records, record => record.Status == TrialStatus.Completed);
    }

    [Theory, MemberData(nameof(Schedulers))]
    public void Every_kind_of_mishap_leaves_the_study_whole(string scheduler)
    {
        var objective = new MishapCurve();
        var run = SimulatedRun.Of(
            Methods.Schedulers[scheduler](Methods.Searchers["random"](TestSpaces.Line, 2), MaxEpochs), objective, 100, new() { Workers = 5 });
        StudyGrammar.AssertFollowed(run.Events, MaxEpochs);
        Assert.Equal(100, run.Tuner.Records.Count);
        TrialStatus[] expected = [TrialStatus.NotANumber, TrialStatus.Infinite, TrialStatus.Failed, TrialStatus.Completed];
        Assert.All(expected, status => Assert.Contains(run.Tuner.Records, record => record.Status == status));
    }

    [Fact]
    public void A_small_study_gives_the_same_events_on_every_machine()
    {
        // nothing but additions, multiplications and divisions goes into it: those are the same everywhere
        var digest = EventText.Digest(Run("Hyperband", Curves(), workers: 3).Events);
        Assert.True(digest == HyperbandDigest, $"The digest is {digest}.");
    }

    private const string HyperbandDigest = "0c97956f46528008693b1b0693eac07438d8f7f1c2c20bb2175686d7cd67b089";

    private static SimulatedRun Run(string scheduler, TimedCurves curves, int workers, string searcher = "random") => SimulatedRun.Of(
        Methods.Schedulers[scheduler](Methods.Searchers[searcher](TestSpaces.Line, 1), MaxEpochs), curves, Trials,
        new() { Workers = workers, DecisionTime = new DecisionTime.Fixed(Decision) });

    /// <summary>Curves that cross, over epochs of different lengths.</summary>
    private static TimedCurves Curves(Func<int, int, double, double>? change = null) => new(MaxEpochs)
    {
        Error = (request, epoch) =>
        {
            var x = request.Configuration.X();
            var error = ((x - 0.4) * (x - 0.4)) + (x / epoch);
            return change is null ? error : change(request.TrialId, epoch, error);
        },
        Seconds = (request, epoch) => 1 + (((7 * request.TrialId) + (3 * epoch)) % 5),
    };

    private static void AssertOneTrialAWorker(IReadOnlyList<StudyEvent> events, int workers)
    {
        var workerOf = new Dictionary<int, int>();
        foreach (var studyEvent in events)
        {
            switch (studyEvent)
            {
                case TrialStarted e:
                    Begin(e.TrialId, e.Worker);
                    break;
                case TrialResumed e:
                    Begin(e.TrialId, e.Worker);
                    break;
                case TrialPaused e:
                    Assert.True(workerOf.Remove(e.TrialId));
                    break;
                case TrialEnded e:
                    workerOf.Remove(e.TrialId);
                    break;
            }
        }

        void Begin(int trial, int worker)
        {
            Assert.InRange(worker, 0, workers - 1);
            Assert.DoesNotContain(worker, workerOf.Values);
            workerOf.Add(trial, worker);
        }
    }
}
