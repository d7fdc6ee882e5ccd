using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;

namespace Hpo.Studies.Tests;

/// <summary>Small studies that the tests share.</summary>
internal static class Samples
{
    public static readonly ConfigSpace Space = new(("x", new Uniform(0, 1)), ("n", new RandInt(1, 5)));

    public static readonly Configuration Initial = new(("x", 0.5), ("n", 2));

    public static readonly StudyCatalog Components = CatalogOf(configuration => configuration["x"].AsReal());

    public static readonly StudyDefinition Definition = new()
    {
        Name = "a small study",
        Objective = new("function"),
        Space = Space,
        InitialConfigurations = [Initial],
        Searcher = new("random"),
        Scheduler = new("fifo"),
        Stop = new(Trials: 5),
        Seed = 7,
    };

    /// <summary>A study with a completed, a failed, a paused and a running trial.</summary>
    public static readonly IReadOnlyList<LoggedEvent<StudyEvent>> Events = Number(
        new StudyStarted(TimeSpan.Zero, new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero)),
        new TrialStarted(Seconds(0.1), 0, Initial, "initial configuration 1 of 1", 0),
        new TrialStarted(Seconds(0.2), 1, Initial.With("x", 0.25), "drawn at random", 1),
        new EpochReported(Seconds(1), 0, 1, 0.5, Seconds(0.9)),
        new EpochReported(Seconds(2), 0, 2, 0.4, Seconds(1.9)),
        new TrialEnded(Seconds(2), 0, TrialStatus.Completed, Seconds(1.9), null),
        new TrialEnded(Seconds(2.5), 1, TrialStatus.NotANumber, Seconds(2.3), "The error after epoch 1 was not a number."),
        new TrialStarted(Seconds(2.6), 2, Initial.With("x", 0.75), "drawn at random", 0),
        new EpochReported(Seconds(3), 2, 1, 0.3, Seconds(0.4)),
        new TrialPaused(Seconds(3), 2, Seconds(0.4), "rank 2 of 3 at rung 1"),
        new TrialStarted(Seconds(3.1), 3, Initial.With("x", 0.1), "drawn at random", 0),
        new EpochReported(Seconds(4), 3, 1, 0.2, Seconds(0.9)));

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    public static LoggedEvent<StudyEvent>[] Number(params StudyEvent[] events) => [.. events.Select((studyEvent, i) => new LoggedEvent<StudyEvent>(i + 1, studyEvent))];

    public static StudyCatalog CatalogOf(Func<Configuration, double> function) =>
        CatalogOf(new FunctionObjective("a function", Space, Initial, function));

    public static StudyCatalog CatalogOf(Objective objective) =>
        new([new ObjectiveEntry("function", "A function", "For tests.", _ => objective)]);
}
