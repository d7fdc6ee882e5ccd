using System.Collections.Immutable;
using Hpo.Engine.Objectives;
using Hpo.Engine.Simulation;
using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;
using Hpo.Studies.Organising;
using Hpo.Studies.Running;

namespace Hpo.Bench;

/// <summary>Fills a data folder for <c>bench/load.sh pages</c>: many studies that have ended, some with tags and notes, and a large one with the id "large".</summary>
internal static class PagesBench
{
    /// <summary>The types are those of the dashboard's catalog.</summary>
    private static readonly StudyCatalog Catalog = new(
    [
        new ObjectiveEntry("ackley-5", "Ackley", "For measuring.", _ => new Ackley(5)),
        new ObjectiveEntry("branin", "Branin", "For measuring.", _ => new Branin()),
        new ObjectiveEntry("hartmann-3", "Hartmann", "For measuring.", _ => new Hartmann3()),
    ]);

    public static int Run(string[] args)
    {
        var options = new BenchOptions(args);
        var folder = Directory.CreateDirectory(options.Required("folder")).FullName;
        var database = new StudyDatabase(Path.Combine(folder, "studies.db"));
        var (studies, now) = (options.Whole("studies", 1000), TimeProvider.System.GetUtcNow());
        var kinds = Catalog.Objectives.Select(objective => Definition(objective, trials: 20)).ToList();
        var events = kinds.ConvertAll(EventsOf);
        for (var i = 0; i < studies; i++)
        {
            var kind = i % kinds.Count;
            database.Add(new StudyHeader($"s{i}", now - TimeSpan.FromHours(i + 1), kinds[kind] with { Name = $"Study {i + 1}" }), events[kind], StudyMetadata.None, ImmutableSortedDictionary<int, string>.Empty);
        }

        var large = Definition(Catalog.Objectives.Default, options.Whole("trials", 10_000)) with { Name = "A large study", Workers = 4 };
        database.Add(new StudyHeader("large", now, large), EventsOf(large), StudyMetadata.None, ImmutableSortedDictionary<int, string>.Empty);
        using var service = new StudyService(folder, Catalog);
        for (var i = 0; i < studies; i += 10)
        {
            service.Organiser.SetTags($"s{i}", [$"week {1 + (i % 12)}", "lecture"]);
            service.Organiser.SetNotes($"s{i}", $"What came out of study {i + 1}.\nNext: a smaller range.");
        }

        // a study that ends in the dashboard leaves its line of the list in the database; these have not run there
        service.List();
        return 0;
    }

    private static List<LoggedEvent<StudyEvent>> EventsOf(StudyDefinition definition)
    {
        var events = new List<LoggedEvent<StudyEvent>>();
        var scheduler = Catalog.Schedulers.Get("fifo").Create(definition, Catalog.Searchers.Get("random").Create(definition));
        var objective = Catalog.Objectives.Get(definition.Objective.Type).Describe;
        new SimulatedTuner(scheduler, objective, new SimulationOptions { Workers = definition.Workers, MaxEpochs = 1, Seed = definition.Seed }, studyEvent =>
            events.Add(new LoggedEvent<StudyEvent>(events.Count + 1, studyEvent))).Run(definition.Stop.Trials);
        return events;
    }

    private static StudyDefinition Definition(ObjectiveEntry objective, int trials) => new()
    {
        Name = objective.Name,
        Objective = new(objective.Type),
        Space = objective.Describe.DefaultSpace,
        Searcher = new("random"),
        Scheduler = new("fifo"),
        Stop = new(trials),
    };
}
