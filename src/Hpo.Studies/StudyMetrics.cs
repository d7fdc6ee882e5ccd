using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Studies;

/// <summary>
/// What can be measured of studies and of the log, for whoever listens: with nobody listening it costs next to nothing. Names follow OpenTelemetry's conventions: dots and
/// lower case, units of UCUM, seconds for times. No name, note, configuration or id of a person stands in an attribute.
/// </summary>
public static class StudyMetrics
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "Hpo.Studies";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Trials = Meter.CreateCounter<long>("hpo.trials", "{trial}", "Trials that have ended, by how.");

    private static readonly Counter<long> Studies = Meter.CreateCounter<long>("hpo.studies", "{study}", "Studies that have ended, by how.");

    private static readonly UpDownCounter<long> Running = Meter.CreateUpDownCounter<long>("hpo.studies.running", "{study}", "Studies that run in this process.");

    private static readonly Histogram<double> Suggestions = Meter.CreateHistogram<double>("hpo.suggestion.duration", "s", "What a searcher takes to suggest a configuration.");

    private static readonly Histogram<double> Writes = Meter.CreateHistogram<double>("hpo.log.write.duration", "s", "What it takes until events are on the disk, the fsync included.");

    private static readonly Histogram<long> Batches = Meter.CreateHistogram<long>("hpo.log.write.events", "{event}", "Events that were written together.");

    private static readonly UpDownCounter<long> Queue = Meter.CreateUpDownCounter<long>("hpo.log.queue", "{event}", "Events that wait to be written.");

    /// <summary>Where spans of long work come from.</summary>
    internal static ActivitySource Traces { get; } = new(Name);

    internal static void TrialEnded(TrialStatus status) => Trials.Add(1, new KeyValuePair<string, object?>("hpo.trial.status", Word(status)));

    internal static void StudyEnded(StudyOutcome outcome) => Studies.Add(1, new KeyValuePair<string, object?>("hpo.study.outcome", Word(outcome)));

    internal static void StudyRuns(int change) => Running.Add(change);

    internal static void Suggested(string searcher, TimeSpan time) => Suggestions.Record(time.TotalSeconds, new KeyValuePair<string, object?>("hpo.searcher", searcher));

    internal static void Queued(int change) => Queue.Add(change);

    internal static void Written(int events, TimeSpan time)
    {
        Writes.Record(time.TotalSeconds);
        Batches.Record(events);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((letter, i) => char.IsUpper(letter) && i > 0 ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
