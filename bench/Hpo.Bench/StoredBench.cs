using System.Text.Json;
using Hpo.Engine.Objectives;
using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;
using Hpo.Studies.Running;

namespace Hpo.Bench;

/// <summary>
/// How long many stored studies and a large one take. Fills a folder with studies that have ended, and one more of many trials, unless it holds studies
/// already, and prints one line of JSON, all in milliseconds, by the clock and of all cores: opening the folder (<c>open</c>); the first list of all (<c>first</c>), which reads the logs of studies
/// that no process of this version has listed; a list when nothing was written since (<c>again</c>) and when something was (<c>changed</c>); and, each in a new
/// service, finding the large study, all its events included (<c>find</c>).
/// </summary>
internal static class StoredBench
{
    private const string Large = "large";

    private static readonly SyntheticCurve Curve = new();

    private static readonly StudyCatalog Catalog = new([new ObjectiveEntry("curve", "A curve", "For measuring.", _ => Curve)]);

    public static int Run(string[] args)
    {
        var options = new BenchOptions(args);
        var folder = options.Required("folder");
        var database = Path.Combine(Directory.CreateDirectory(folder).FullName, "studies.db");
        if (!File.Exists(database))
            Fill(new StudyDatabase(database), options.Whole("studies", 1000), options.Whole("trials", 30), options.Whole("large", 10_000));
        StudyService? service = null;
        var open = Milliseconds(() => service = new StudyService(folder, Catalog));
        var first = Milliseconds(() => service!.List());
        var again = Milliseconds(() => service!.List());
        new StudyDatabase(database).Add(new StudyHeader($"{TimeProvider.System.GetTimestamp()}", TimeProvider.System.GetUtcNow(), Definition(1, 1)));
        var changed = Milliseconds(() => service!.List());
        var studies = service!.List().Count;
        service.Dispose();
        using var another = new StudyService(folder, Catalog);
        var find = Milliseconds(() => another.Find(Large));
        Console.WriteLine(JsonSerializer.Serialize(new { studies, open, first, again, changed, find, events = another.Find(Large)!.Snapshot.Sequence }));
        return 0;
    }

    private static void Fill(StudyDatabase database, int studies, int trials, int large)
    {
        var small = Events(trials, epochs: 10);
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < studies; i++)
            Add($"s{i}", trials, 10, small);
        Add(Large, large, 3, Events(large, epochs: 3));

        void Add(string id, int count, int epochs, List<StudyEvent> events)
        {
            database.Add(new StudyHeader(id, now, Definition(count, epochs)));
            database.Append([.. events.Select((studyEvent, i) => new PendingEvent<StudyEvent>(id, new LoggedEvent<StudyEvent>(i + 1, studyEvent)))]);
        }
    }

    private static List<StudyEvent> Events(int trials, int epochs)
    {
        var events = new List<StudyEvent>();
        var definition = Definition(trials, epochs);
        var scheduler = Catalog.Schedulers.Get("fifo").Create(definition, Catalog.Searchers.Get("random").Create(definition));
        new HpoTuner(scheduler, Curve, new TunerOptions { MaxEpochs = epochs }, events.Add).Run(trials);
        return events;
    }

    private static StudyDefinition Definition(int trials, int epochs) => new()
    {
        Name = "a stored study",
        Objective = new("curve"),
        Space = Curve.DefaultSpace,
        InitialConfigurations = [Curve.DefaultConfiguration],
        Searcher = new("random"),
        Scheduler = new("fifo"),
        Stop = new(trials),
        MaxEpochs = epochs,
    };

    private static Time Milliseconds(Action work)
    {
        var (start, cpu) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        work();
        return new(Math.Round(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds, 1), Math.Round((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds));
    }

    private sealed record Time(double Wall, double Cpu);
}
