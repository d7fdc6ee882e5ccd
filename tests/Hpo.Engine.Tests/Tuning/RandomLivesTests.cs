using Hpo.Engine.Randomness;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>
/// The real coordinator under thousands of random sequences of what trials, schedulers and people may do, and of what they may not, beside a plain model that says
/// which event must come of each step.
/// </summary>
public class RandomLivesTests
{
    private const int Workers = 3, Trials = 8, MaxEpochs = 6, Steps = 90;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory, MemberData(nameof(Seeds))]
    public void Every_step_has_the_events_that_the_model_expects_and_no_others(int seed)
    {
        for (var sequence = 0; sequence < 150; sequence++)
            new Sequence(RandomStream.Derive(seed, sequence, "lives")).Run();
    }

    /// <summary>One study, driven step by step.</summary>
    private sealed class Sequence(RandomStream random)
    {
        private readonly ManualTimeProvider _time = new();
        private readonly List<StudyEvent> _history = [];
        private readonly LivesModel _model = new(MaxEpochs, Workers, Trials);
        private readonly DecidedScheduler _scheduler = new();
        private readonly Dictionary<int, Attempt> _attempts = [];
        private readonly List<Attempt> _over = [];
        private Coordinator _coordinator = null!;

        public void Run()
        {
            _coordinator = NewCoordinator(_scheduler);
            Expect(_coordinator.Begin, () => ["StudyStarted"]);
            for (var step = 0; step < Steps && !_model.HasEnded; step++)
                Step();
            Kill();
        }

        private Coordinator NewCoordinator(HpoScheduler scheduler) => new(
            scheduler, new TunerOptions { Workers = Workers, TrialTimeout = TimeSpan.FromHours(1), Seed = 1 }, Trials, MaxEpochs, _history.Add, _time, new MemoryCheckpoints());

        private void Step()
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            switch (random.Next(17))
            {
                case <= 3: Ask(); break;
                case <= 7: Report(); break;
                case 8: Save(); break;
                case 9: End(); break;
                case 10: Rest(); break;
                case 11: Stop(); break;
                case 12: Steer(); break;
                case 13: Offend(); break;
                case 15: Lose(); break;
                case 14 when random.Next(6) == 0: Cancel(); break;
                default: Report(); break;
            }
        }

        /// <summary>A free worker asks, and the scheduler decides at random among what it may.</summary>
        private void Ask()
        {
            if (_model.FreeWorker is not { } worker)
                return;
            if (_model.IsRunAgain)
            {
                RunAgain(worker);
                return;
            }

            var paused = _model.Paused.ToList();
            List<Decision> decisions = [];
            if (paused.Count > 0 && random.Next(6) == 0)
            {
                decisions.Add(new Decision.Stop(Any(paused), "passed over"));
                paused.Remove(((Decision.Stop)decisions[0]).TrialId);
            }

            decisions.Add(paused.Count > 0 && random.Next(2) == 0 ? new Decision.Resume(Any(paused), "promoted")
                : _model.CanStart ? new Decision.Start(TestSpaces.At(random.NextDouble()), "new")
                : _model.AnyBusy ? new Decision.Wait()
                : new Decision.Exhausted("done"));
            _scheduler.Next = new(decisions);
            var order = Expect(() => _coordinator.Next(worker), () => _model.Ask(decisions));
            if (order is not WorkerOrder.Run { Assignment: var assignment })
                return;
            Begin(assignment, worker);
        }

        /// <summary>What was lost comes before anything else, and the scheduler is not asked.</summary>
        private void RunAgain(int worker)
        {
            _scheduler.Next = [];
            var order = Assert.IsType<WorkerOrder.Run>(Expect(() => _coordinator.Next(worker)));
            Assert.Equal(_model.Waiting[0], order.Assignment.Trial.Id);
            Begin(order.Assignment, worker);
        }

        private void Begin(Assignment assignment, int worker)
        {
            var id = assignment.Trial.Id;
            if (_attempts.TryGetValue(id, out var earlier))
                _over.Add(earlier);
            _attempts[id] = Expect(() => _coordinator.Attempts.Begin(assignment, worker, TimeSpan.Zero), () => _model.Begin(id, worker, assignment.IsResumed));
            Assert.Equal(earlier.Number + 1, _attempts[id].Number);
        }

        private void Report()
        {
            if (AnyOf(_model.Reporting) is not { } id)
                return;
            var error = random.Next(12) switch { 0 => double.NaN, 1 => double.PositiveInfinity, _ => random.NextDouble() };
            var kind = random.Next(5) switch { 0 => VerdictKind.Stop, 1 or 2 => VerdictKind.Pause, _ => VerdictKind.Continue };
            _scheduler.Verdict = new Verdict(kind, "by script");
            Expect(() => _coordinator.Attempts.Report(_attempts[id], _model.NextEpoch(id), error), () => _model.Report(id, error, kind));
        }

        private void Save()
        {
            if (AnyOf(_model.Saving) is { } id)
                Expect(() => _coordinator.Attempts.Pause(_attempts[id], [(byte)_model.Epoch(id)]), () => _model.Saved(id));
        }

        private void End()
        {
            if (AnyOf(_model.Evaluated) is not { } id)
                return;
            var (end, status) = random.Next(3) switch
            {
                0 => ((Action<Attempt>)(attempt => _coordinator.Endings.Failed(attempt, new InvalidOperationException("by script"))), TrialStatus.Failed),
                1 => (_coordinator.Endings.TimedOut, TrialStatus.TimedOut),
                _ => (_coordinator.Endings.Unfinished, TrialStatus.Failed),
            };
            Expect(() => end(_attempts[id]), () => _model.End(id, status));
        }

        /// <summary>A machine goes away, with the trial that ran there.</summary>
        private void Lose()
        {
            if (AnyOf(_model.Evaluated) is not { } id)
                return;
            Expect(() => _coordinator.Endings.Lost(_attempts[id], "the machine went away"), () => _model.Lost(id));
            Assert.True(_attempts[id].IsOver);
            _over.Add(_attempts[id]);
        }

        /// <summary>A person pauses the study or lets it go on, or a trial comes to the end of its epoch meanwhile.</summary>
        private void Rest()
        {
            if (!_model.IsPauseRequested)
                Expect(() => Assert.Null(_coordinator.Steering.Pause()), () => _model.Pause());
            else if (AnyOf(_model.Reporting) is { } id && random.Next(3) > 0)
                Expect(() => Assert.True(_coordinator.Attempts.Hold(_attempts[id], () => { })), () => _model.Hold(id));
            else
                GoOn();
        }

        private void GoOn()
        {
            Expect(() => Assert.Null(_coordinator.Steering.GoOn()), () => _model.GoOn());
            foreach (var attempt in _attempts.Values.Where(attempt => attempt.Trial.State == TrialState.Held))
                Expect(() => _coordinator.Attempts.GoOn(attempt));
        }

        private void Stop()
        {
            if (_attempts.Count == 0)
                return;
            var id = Any([.. _attempts.Keys]);
            var expected = _model.Stop(id);
            Expect(() => Assert.Equal(expected is null, _coordinator.Steering.StopTrial(id) is not null), () => expected ?? []);
        }

        private void Steer()
        {
            var stop = _model.IsStopRequested;
            if (random.Next(2) == 0)
                Expect(() => Assert.Null(stop ? _coordinator.Steering.WithdrawStop() : _coordinator.Steering.RequestStop()), () => _model.ToggleStop());
            else
                Expect(() => Assert.NotNull(stop ? _coordinator.Steering.RequestStop() : _coordinator.Steering.WithdrawStop()));
        }

        /// <summary>What no trial may do: a fault or a refusal, and nothing happens.</summary>
        private void Offend()
        {
            if (_attempts.Count == 0)
                return;
            if (_over.Count > 0 && random.Next(3) == 0)
            {
                OffendLate(_over[random.Next(_over.Count)]);
                return;
            }

            var attempt = _attempts[Any([.. _attempts.Keys])];
            var before = attempt.Trial.State;
            if (before != TrialState.Running)
                Expect(() => Assert.ThrowsAny<Exception>(() => _coordinator.Attempts.Report(attempt, MaxEpochs, 0.5)));
            if (before is not (TrialState.Saving or TrialState.Stopping or TrialState.Waiting or TrialState.Ended))
                Expect(() => Assert.Contains("cannot become paused", Assert.Throws<InvalidOperationException>(() => _coordinator.Attempts.Pause(attempt, [1])).Message, StringComparison.Ordinal));
            if (before is TrialState.Paused)
                Expect(() => Assert.Throws<InvalidOperationException>(() => _coordinator.Endings.Unfinished(attempt)));
            if (before is TrialState.Ended)
                Expect(() => _coordinator.Endings.TimedOut(attempt));
            if (before != TrialState.Running)
                Expect(() => Assert.False(_coordinator.Attempts.Hold(attempt, () => { })));
            Assert.Equal(before, attempt.Trial.State);
        }

        /// <summary>An attempt that was lost is heard of again.</summary>
        private void OffendLate(Attempt attempt)
        {
            var before = attempt.Trial.State;
            Expect(() => Assert.ThrowsAny<OperationCanceledException>(() => _coordinator.Attempts.Report(attempt, attempt.Trial.Epoch + 1, 0.1)));
            Expect(() => Assert.ThrowsAny<OperationCanceledException>(() => _coordinator.Attempts.Pause(attempt, [1])));
            Expect(() => Assert.False(_coordinator.Attempts.Hold(attempt, () => { })));
            Expect(() => _coordinator.Endings.Failed(attempt, new InvalidOperationException("late")));
            Expect(() => _coordinator.Endings.Lost(attempt, "late"));
            Assert.Equal(before, attempt.Trial.State);
        }

        private void Cancel()
        {
            Expect(() => Assert.Null(_coordinator.Steering.Cancel()));
            foreach (var id in _model.Evaluated.ToList())
                Expect(() => _coordinator.Endings.Cancelled(_attempts[id]), () => _model.Cancelled(id));
            Expect(_coordinator.Finish, () => _model.Finish("Cancelled"));
            StudyGrammar.AssertFollowed(_history, MaxEpochs);
        }

        /// <summary>The process is killed; another goes on, and stands where this one stood.</summary>
        private void Kill()
        {
            if (_model.HasEnded)
                return;
            var written = CutHistory.Of(_history, _history.Count);
            List<int> waiting = [.. _model.Waiting, .. _model.Evaluated.Where(id => _attempts[id].Trial.State != TrialState.Stopping)];
            var attempts = _attempts.ToDictionary(attempt => attempt.Key, attempt => attempt.Value.Number);
            _history.Clear();
            _coordinator = NewCoordinator(_scheduler.Again());
            Expect(() => _coordinator.Resume(written), _model.Resumed);
            foreach (var id in waiting)
            {
                var order = Assert.IsType<WorkerOrder.Run>(Expect(() => _coordinator.Next(0)));
                var attempt = Expect(() => _coordinator.Attempts.Begin(order.Assignment, 0, TimeSpan.Zero), () => [$"resumed {id} by 0"]);
                Assert.Equal(attempts[id] + 1, attempt.Number);
            }
        }

        private void Expect(Action action, Func<List<string>>? events = null) => Expect(
            () =>
            {
                action();
                return 0;
            },
            events);

        private T Expect<T>(Func<T> action, Func<List<string>>? events = null)
        {
            var before = _history.Count;
            var result = action();
            Assert.Equal(events?.Invoke() ?? [], _history.Skip(before).Select(LivesModel.Text));
            return result;
        }

        private int Any(List<int> ids) => ids[random.Next(ids.Count)];

        private int? AnyOf(IEnumerable<int> ids) => ids.ToList() is { Count: > 0 } list ? Any(list) : null;
    }

    /// <summary>A scheduler that decides what the test has drawn, and can decide all of it again.</summary>
    private sealed class DecidedScheduler : HpoScheduler
    {
        private readonly List<Decision> _decided = [];
        private readonly List<Verdict> _verdicts = [];
        private Queue<Verdict>? _again;

        public Queue<Decision> Next { get; set; } = [];

        public Verdict Verdict { get; set; }

        public DecidedScheduler Again() => new() { Next = new(_decided), _again = new(_verdicts) };

        public override Decision Suggest(int? trialId)
        {
            var decision = Next.Dequeue();
            if (decision is not (Decision.Wait or Decision.Exhausted))
                _decided.Add(decision);
            return decision;
        }

        public override Verdict Update(Configuration configuration, double error, TrialInfo info)
        {
            _verdicts.Add(_again?.Dequeue() ?? Verdict);
            return _verdicts[^1];
        }

        public override void OnTrialStarted(int trialId, Configuration configuration)
        {
        }

        public override void OnTrialFailed(int trialId, Configuration configuration, TrialStatus status)
        {
        }
    }
}
