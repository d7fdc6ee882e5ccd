using System.Text.Json;
using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;

namespace Hpo.Bench;

/// <summary>
/// What a trial of random search costs when its three events (start, report, end) are written to SQLite, through the tuner and the log
/// writer. Prints one line of JSON, all in milliseconds: the median per trial when each trial waits until its events are durable
/// (<c>waiting</c>); the wall time per trial until the last event was durable when no trial waits, as studies run (<c>flowing</c>); and
/// the median of a write of 4 KiB with an fsync on the same disk (<c>fsync</c>).
/// </summary>
internal static class DurableBench
{
    private static readonly Objective Objective = new FunctionObjective(
        "Bowl",
        new ConfigSpace(("learning_rate", new LogUniform(0.01, 1)), ("batch_size", new RandInt(32, 256))),
        new Configuration(("learning_rate", 0.1), ("batch_size", 128)),
        OverheadBench.ChapterError);

    public static int Run(string[] args)
    {
        var options = new BenchOptions(args);
        var folder = options.Required("folder");
        var trials = options.Whole("trials", 5000);
        // so that the code is compiled for speed when it counts
        Measure(folder, "warm-up", trials / 10, wait: false);
        var flowing = Measure(folder, "flowing", trials, wait: false);
        var waiting = Measure(folder, "waiting", trials / 10, wait: true);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            waiting = OverheadBench.Median(waiting.Trials),
            flowing = flowing.Total / trials,
            fsync = Fsync(Path.Combine(folder, "fsync")),
        }));
        return 0;
    }

    /// <param name="folder">Where the database is made.</param>
    /// <param name="id">The name of the study and of its database.</param>
    /// <param name="trials">How many.</param>
    /// <param name="wait">Whether the end of each trial waits until it is durable.</param>
    private static (double Total, double[] Trials) Measure(string folder, string id, int trials, bool wait)
    {
        var database = new StudyDatabase(Path.Combine(folder, $"{id}.db"));
        database.Add(new StudyHeader(id, TimeProvider.System.GetUtcNow(), Definition(id, trials)));
        var start = TimeProvider.System.GetTimestamp();
        var ends = new List<double>();
        using var durable = new SemaphoreSlim(0);
        using (var writer = new LogWriter<PendingEvent<StudyEvent>>("study log writer", pending => pending.LogId, database.Append, events => OnDurable(events, durable)))
        {
            var sequence = 0L;
            var searcher = BenchSearchers.Create("random", Objective.DefaultSpace, null, seed: 0);
            var tuner = new HpoTuner(new BasicScheduler(searcher), Objective, null, studyEvent =>
            {
                writer.Enqueue(new PendingEvent<StudyEvent>(id, new LoggedEvent<StudyEvent>(++sequence, studyEvent)));
                if (studyEvent is not TrialEnded)
                    return;
                if (wait)
                    durable.Wait();
                ends.Add(Milliseconds());
            });
            tuner.Run(trials);
        }

        return (Milliseconds(), [.. ends.Skip(1).Zip(ends, (end, before) => end - before)]);

        double Milliseconds() => TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void OnDurable(IReadOnlyList<PendingEvent<StudyEvent>> events, SemaphoreSlim durable)
    {
        foreach (var pending in events)
        {
            if (pending.Event.Event is TrialEnded)
                durable.Release();
        }
    }

    private static StudyDefinition Definition(string name, int trials) => new()
    {
        Name = name,
        Objective = new("bowl"),
        Space = Objective.DefaultSpace,
        Searcher = new("random"),
        Scheduler = new("fifo"),
        Stop = new(trials),
    };

    private static double Fsync(string path)
    {
        const int writes = 200, bytes = 4096;
        var milliseconds = new double[writes];
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        for (var i = 0; i < writes; i++)
        {
            var start = TimeProvider.System.GetTimestamp();
            RandomAccess.Write(file, new byte[bytes], (long)i * bytes);
            RandomAccess.FlushToDisk(file);
            milliseconds[i] = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
        }

        return OverheadBench.Median(milliseconds);
    }
}
