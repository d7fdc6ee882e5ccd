using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Dashboard.Tests.Live;

/// <summary>Everything that can happen in a study, in an order drawn from a seed.</summary>
internal static class StudyScript
{
    private static readonly TrialStatus[] Endings =
    [
        TrialStatus.Completed, TrialStatus.Completed, TrialStatus.Completed, TrialStatus.Stopped, TrialStatus.NotANumber, TrialStatus.Infinite,
        TrialStatus.Failed, TrialStatus.TimedOut, TrialStatus.Cancelled,
    ];

    /// <summary>A study of so many trials on three workers, from its first event to its last.</summary>
    public static List<StudyEvent> Draw(int seed, int trials)
    {
        var random = new Random(seed);
        var events = new List<StudyEvent> { new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch, [new Bracket([1, 3, 9])]) };
        var open = new List<(int Id, int Epoch, int? Worker)>();
        var free = new Queue<int>([0, 1, 2]);
        var elapsed = TimeSpan.Zero;
        for (var started = 0; started < trials || open.Count > 0;)
        {
            elapsed += TimeSpan.FromMicroseconds(random.Next(200_000));
            if (random.Next(12) == 0)
                events.AddRange(Steering(random, elapsed, trials));
            if (started < trials && free.Count > 0 && random.Next(3) > 0)
            {
                var reason = random.Next(4) == 0 ? "a \"reason\" of its own" : "drawn at random";
                int? parent = started > 0 && random.Next(5) == 0 ? random.Next(started) : null;
                open.Add((started, 0, free.Dequeue()));
                events.Add(new TrialStarted(elapsed, started++, Configuration(random), reason, open[^1].Worker!.Value, parent, random.Next(6) == 0 ? started : null));
                continue;
            }

            if (open.Count == 0)
                continue;
            var place = random.Next(open.Count);
            var (id, epoch, worker) = open[place];
            var runtime = TimeSpan.FromSeconds(epoch * 0.1234567);
            switch (random.Next(10))
            {
                case 0 or 1:
                    var status = worker is null ? TrialStatus.Stopped : Endings[random.Next(Endings.Length)];
                    events.Add(new TrialEnded(elapsed, id, status, runtime, status == TrialStatus.Completed ? null : "because"));
                    open.RemoveAt(place);
                    if (worker is { } left)
                        free.Enqueue(left);
                    break;
                case 2 or 3 when epoch > 0 && worker is { } pausing:
                    events.Add(new RungReached(elapsed, id, new RungStanding(0, epoch, 1, 1, null), "others look better"));
                    events.Add(new TrialPaused(elapsed, id, runtime, "others look better"));
                    open[place] = (id, epoch, null);
                    free.Enqueue(pausing);
                    break;
                case 4 when worker is not null && random.Next(3) == 0:
                    events.Add(new CheckpointLost(elapsed, id, epoch, $"computed again up to epoch {epoch}, because the checkpoint is lost"));
                    break;
                case 5 when worker is { } gone && random.Next(3) == 0:
                    events.Add(new TrialLost(elapsed, id, runtime, "node 7 does not answer."));
                    open[place] = (id, epoch, null);
                    free.Enqueue(gone);
                    break;
                case > 3 when worker is not null:
                    events.Add(new EpochReported(elapsed, id, epoch + 1, random.NextDouble() / (epoch + 1), runtime));
                    open[place] = (id, epoch + 1, worker);
                    break;
                case > 6 when worker is null && free.TryDequeue(out var next):
                    events.Add(new TrialResumed(elapsed, id, "its turn again", next));
                    open[place] = (id, epoch, next);
                    break;
            }
        }

        events.Add(new StopRequested(elapsed));
        events.Add(new StudyEnded(elapsed, StudyOutcome.Stopped, "A person stopped it."));
        return events;
    }

    /// <summary>What a person may do.</summary>
    private static StudyEvent[] Steering(Random random, TimeSpan elapsed, int trials) => random.Next(5) switch
    {
        0 => [new PauseRequested(elapsed), new StudyPaused(elapsed), new StudyContinued(elapsed)],
        1 => [new StopRequested(elapsed), new StopWithdrawn(elapsed)],
        2 => [new NumberOfTrialsChanged(elapsed, trials + random.Next(5))],
        3 => [new WorkersChanged(elapsed, 1 + random.Next(5))],
        _ => [new ConfigurationEnqueued(elapsed, 0, Configuration(random), trials), new ConfigurationWithdrawn(elapsed, 0, trials)],
    };

    private static Configuration Configuration(Random random) =>
        new(("learning_rate", random.NextDouble()), ("batch_size", random.Next(16, 257)), ("kind", random.Next(2) == 0 ? "a\u2028<b>" : "c"), ("on", random.Next(2) == 0));
}
