using Hpo.Engine.Space;
using Hpo.Studies.Definitions;
using Hpo.Studies.Views;

namespace Hpo.Studies.Exchange;

/// <summary>The trials of a study as comma-separated text, a row a trial, for spreadsheets and data frames.</summary>
public static class TrialsCsv
{
    /// <summary>
    /// Writes the trials by number. Times are seconds, those of start and end counted from the start of the study; what a trial does not have is empty.
    /// <c>error</c> is the last one reported, <c>best_error</c> the smallest that the trial handed in, which counts, and <c>best_epoch</c> after how many epochs. The
    /// columns of hyperparameters begin with <c>config_</c>, so that one called <c>error</c> is not taken for the error.
    /// </summary>
    /// <param name="definition">What the study runs.</param>
    /// <param name="study">The study as it stands.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(StudyDefinition definition, StudySnapshot study, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(study);
        string[] names = [.. definition.Space.Parameters.Select(parameter => parameter.Name)];
        CsvText.WriteRow(
            writer,
            [
                "trial", "status", "error", "best_error", "best_epoch", "epochs", "runtime", "cumulative_runtime", "started", "ended", "worker", "parent",
                .. names.Select(name => CsvText.Of($"config_{name}")),
                "reason", "end_reason",
            ]);
        foreach (var trial in study.Trials)
            CsvText.WriteRow(writer, Row(trial, names));
    }

    private static IEnumerable<string> Row(TrialView trial, string[] names) =>
    [
        CsvText.Of(trial.Id),
        trial.Status.ToString(),
        trial.Error is { } error ? CsvText.Of(error) : "",
        trial.Best is { } best ? CsvText.Of(best.Error) : "",
        trial.Best is { } handedIn ? CsvText.Of(handedIn.Epoch) : "",
        CsvText.Of(trial.Epochs),
        CsvText.Of(trial.Runtime.TotalSeconds),
        Seconds(trial.CumulativeRuntime),
        CsvText.Of(trial.StartedAt.TotalSeconds),
        Seconds(trial.EndedAt),
        CsvText.Of(trial.Worker),
        trial.ParentId is { } parent ? CsvText.Of(parent) : "",
        .. names.Select(name => trial.Configuration.TryGetValue(name, out var value) ? Value(value) : ""),
        CsvText.Of(trial.Reason),
        CsvText.Of(trial.EndReason ?? ""),
    ];

    /// <summary>A number stays a number, its sign included; a text is a text.</summary>
    private static string Value(ParameterValue value) => value.IsNumber ? value.ToString() : CsvText.Of(value.ToString());

    private static string Seconds(TimeSpan? time) => time is { } value ? CsvText.Of(value.TotalSeconds) : "";
}
