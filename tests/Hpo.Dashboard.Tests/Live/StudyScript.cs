using Hpo.Engine.Space;
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
        var events = new List<StudyEvent> { new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch) };
        var open = new List<(int Id, int Epoch, bool Paused)>();
        var elapsed = TimeSpan.Zero;
        for (var started = 0; started < trials || open.Count > 0;)
        {
            elapsed += TimeSpan.FromMicroseconds(random.Next(200_000));
            if (started < trials && open.Count < 3)
            {
                events.Add(new TrialStarted(elapsed, started, Configuration(random), random.Next(4) == 0 ? "a \"reason\" of its own" : "drawn at random", 0));
                open.Add((started++, 0, false));
                continue;
            }

            var place = random.Next(open.Count);
            var (id, epoch, paused) = open[place];
            var runtime = TimeSpan.FromSeconds(epoch * 0.1234567);
            switch (paused ? 3 : random.Next(10))
            {
                case 0 or 1:
                    var status = Endings[random.Next(Endings.Length)];
                    events.Add(new TrialEnded(elapsed, id, status, runtime, status == TrialStatus.Completed ? null : "because"));
                    open.RemoveAt(place);
                    break;
                case 2 when epoch > 0:
                    events.Add(new TrialPaused(elapsed, id, runtime, "others look better"));
                    open[place] = (id, epoch, true);
                    break;
                case 3 when paused:
                    events.Add(new TrialResumed(elapsed, id, "its turn again", 1));
                    open[place] = (id, epoch, false);
                    break;
                default:
                    events.Add(new EpochReported(elapsed, id, epoch + 1, random.NextDouble() / (epoch + 1), runtime));
                    open[place] = (id, epoch + 1, false);
                    break;
            }
        }

        events.Add(new StopRequested(elapsed));
        events.Add(new StudyEnded(elapsed, StudyOutcome.Stopped, "A person stopped it."));
        return events;
    }

    private static Configuration Configuration(Random random) =>
        new(("learning_rate", random.NextDouble()), ("batch_size", random.Next(16, 257)), ("kind", random.Next(2) == 0 ? "a\u2028<b>" : "c"), ("on", random.Next(2) == 0));
}
