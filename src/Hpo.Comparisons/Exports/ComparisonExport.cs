using System.Text.Json;
using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Studies.Exchange;

namespace Hpo.Comparisons.Exports;

/// <summary>Writes a comparison for other programs and for people: everything as JSON, the curves as CSV.</summary>
public static class ComparisonExport
{
    /// <summary>
    /// The definition, how it ended, and all results, as JSON; steps are arrays of seconds, trials, epochs and error, one after the other. The
    /// definition can be started again as it is.
    /// </summary>
    public static Task WriteJsonAsync(string id, ComparisonSnapshot comparison, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var document = new
        {
            Id = id,
            comparison.Name,
            comparison.StartedAt,
            comparison.EndedAt,
            comparison.Status,
            comparison.Outcome,
            comparison.OutcomeReason,
            comparison.Program,
            comparison.Runtime,
            comparison.OriginalId,
            comparison.Definition,
            Results = ResultOrder.Of(comparison.Results),
        };
        return JsonSerializer.SerializeAsync(stream, document, ComparisonEventJson.Options, cancellationToken);
    }

    /// <summary>
    /// The incumbent curves, a row a step: from there on the error holds. The last row of a repetition repeats its last error at its end. Its error is
    /// empty when no trial handed one in.
    /// </summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="nameOf">The name of an objective's key.</param>
    /// <param name="text">Where to.</param>
    public static void WriteCsv(ComparisonSnapshot comparison, Func<string, string> nameOf, TextWriter text)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(nameOf);
        ArgumentNullException.ThrowIfNull(text);
        text.Write("objective,method,repetition,seed,seconds,trials,epochs,error,outcome\r\n");
        var definition = comparison.Definition;
        foreach (var result in ResultOrder.Of(comparison.Results))
        {
            string[] start =
            [
                CsvText.Of(nameOf(definition.Objectives[result.Objective])),
                CsvText.Of(definition.Methods[result.Method].Name),
                CsvText.Of(result.Repetition + 1),
                CsvText.Of(Definitions.RepetitionStudies.SeedOf(definition, result.Repetition)),
            ];
            foreach (var step in result.Steps)
                CsvText.WriteRow(text, [.. start, CsvText.Of(step.Seconds), CsvText.Of(step.Trials), CsvText.Of(step.Epochs), CsvText.Of(step.Error), ""]);
            string[] end = [CsvText.Of(result.EndSeconds), CsvText.Of(result.EndTrials), CsvText.Of(result.EndEpochs)];
            CsvText.WriteRow(text, [.. start, .. end, result.Steps is [.., var last] ? CsvText.Of(last.Error) : "", CsvText.Of(result.Outcome.ToString())]);
        }
    }
}
