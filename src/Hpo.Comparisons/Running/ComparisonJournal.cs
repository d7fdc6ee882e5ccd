using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;
using Microsoft.Extensions.Logging;

namespace Hpo.Comparisons.Running;

/// <summary>Says in the program's log what becomes of comparisons, by their ids.</summary>
/// <param name="logger">The log.</param>
internal sealed partial class ComparisonJournal(ILogger logger)
{
    /// <summary>A comparison begins.</summary>
    public void Starts(string id, ComparisonDefinition definition) =>
        LogStarts(id, definition.Kind, definition.Methods.Length, definition.Objectives.Length, definition.Repetitions);

    [LoggerMessage(2, LogLevel.Information, "Comparison {Comparison} goes on")]
    public partial void GoesOn(string comparison);

    [LoggerMessage(3, LogLevel.Information, "Comparison {Comparison} has ended: {Outcome}. {Reason}")]
    public partial void Ended(string comparison, ComparisonOutcome outcome, string? reason);

    [LoggerMessage(4, LogLevel.Information, "Comparison {Comparison} was deleted")]
    public partial void Deleted(string comparison);

    [LoggerMessage(5, LogLevel.Error, "The log of comparison {Comparison} cannot be written: {Reason}")]
    public partial void Unwritten(string comparison, string reason);

    [LoggerMessage(1, LogLevel.Information, "Comparison {Comparison} starts, {Kind}: {Methods} methods on {Objectives} objectives, {Repetitions} repetitions")]
    private partial void LogStarts(string comparison, ComparisonKind kind, int methods, int objectives, int repetitions);
}
