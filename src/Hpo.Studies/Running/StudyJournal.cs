using System.Collections.Concurrent;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Log;
using Hpo.Studies.Running.Commands;
using Microsoft.Extensions.Logging;

namespace Hpo.Studies.Running;

/// <summary>Says in the program's log what becomes of studies. It names them by their ids: names, notes and configurations are people's, and stay where they are.</summary>
/// <param name="logger">The log.</param>
internal sealed partial class StudyJournal(ILogger logger)
{
    /// <summary>Of a study that fails ten thousand times, so many are told; the others are there when details are asked for.</summary>
    private const int MostFailures = 20;

    private readonly ConcurrentDictionary<string, int> _failures = new();

    /// <summary>A study is begun.</summary>
    public void Starts(StudyHeader study)
    {
        var definition = study.Definition;
        LogStarts(study.Id, OwnerOf(study), definition.Objective.Type, definition.Searcher.Type, definition.Scheduler.Type, definition.Stop.Trials, definition.Workers, definition.Seed);
    }

    /// <summary>Something happened in a study.</summary>
    public void Note(string id, StudyEvent studyEvent)
    {
        if (studyEvent is TrialEnded { Status: var status })
            StudyMetrics.TrialEnded(status);
        else if (studyEvent is StudyEnded { Outcome: var outcome })
            StudyMetrics.StudyEnded(outcome);
        switch (studyEvent)
        {
            case TrialStarted started:
                LogTrialStarted(id, started.TrialId, started.Worker);
                break;
            case TrialEnded { Status: TrialStatus.Failed or TrialStatus.NotANumber or TrialStatus.Infinite or TrialStatus.TimedOut } failed:
                var isTold = _failures.AddOrUpdate(id, 1, (_, count) => count + 1) <= MostFailures;
                LogTrialFailed(isTold ? LogLevel.Information : LogLevel.Debug, id, failed.TrialId, failed.Status, failed.Reason);
                break;
            case TrialEnded ended:
                LogTrialEnded(id, ended.TrialId, ended.Status, ended.Runtime.TotalSeconds);
                break;
            case TrialLost lost:
                LogTrialLost(id, lost.TrialId, lost.Reason);
                break;
            case CheckpointLost lost:
                LogCheckpointLost(id, lost.TrialId, lost.Reason);
                break;
            case StudyResumed:
                LogGoesOn(id);
                break;
            case StudyPaused:
                LogPaused(id);
                break;
            case StudyEnded ended:
                _failures.TryRemove(id, out _);
                LogEnded(ended.Outcome == StudyOutcome.Failed ? LogLevel.Warning : LogLevel.Information, id, ended.Outcome, ended.Reason);
                break;
        }
    }

    /// <summary>What a person wants, and what came of it.</summary>
    public void Command(string id, StudyCommand command, StudyAnswer answer)
    {
        if (answer.IsDone)
            LogCommand(id, command.GetType().Name);
        else
            LogCommandRefused(id, command.GetType().Name, answer.Words);
    }

    /// <summary>A study's run ended against its will: its log could not be written, or its searcher, its scheduler or its objective failed.</summary>
    public void Fails(string id, Exception exception)
    {
        if (exception is CannotResumeException)
            LogCannotResume(id, exception.Message);
        else
            LogRunFailed(exception, id);
    }

    [LoggerMessage(20, LogLevel.Information, "A study was taken in from a file: {Study}, {Events} events")]
    public partial void Imported(string study, int events);

    [LoggerMessage(21, LogLevel.Information, "Study {Study} was deleted, and can be brought back for a while")]
    public partial void Deleted(string study);

    [LoggerMessage(22, LogLevel.Information, "Study {Study} was brought back")]
    public partial void Restored(string study);

    [LoggerMessage(23, LogLevel.Information, "Study {Study} is gone for good")]
    public partial void Removed(string study);

    [LoggerMessage(24, LogLevel.Warning, "The log of study {Study} cannot be written now: {Reason}")]
    public partial void Unwritten(string study, string reason);

    private static string OwnerOf(StudyHeader study) => study.Owner.Length == 0 ? "the presenter" : "a student";

    [LoggerMessage(1, LogLevel.Information, "Study {Study} of {Owner} starts: {Objective}, {Searcher}, {Scheduler}, {Trials} trials, {Workers} workers, seed {Seed}")]
    private partial void LogStarts(string study, string owner, string objective, string searcher, string scheduler, int trials, int workers, long seed);

    [LoggerMessage(2, LogLevel.Information, "Study {Study} goes on after an interruption")]
    private partial void LogGoesOn(string study);

    [LoggerMessage(3, LogLevel.Information, "Study {Study} is paused")]
    private partial void LogPaused(string study);

    [LoggerMessage(EventId = 4, Message = "Study {Study} has ended: {Outcome}. {Reason}")]
    private partial void LogEnded(LogLevel level, string study, StudyOutcome outcome, string reason);

    [LoggerMessage(6, LogLevel.Error, "The run of study {Study} ended against its will: what is written of it stands, and it can be resumed")]
    private partial void LogRunFailed(Exception exception, string study);

    [LoggerMessage(7, LogLevel.Warning, "Study {Study} cannot go on: {Reason}")]
    private partial void LogCannotResume(string study, string reason);

    [LoggerMessage(8, LogLevel.Debug, "Study {Study}: trial {Trial} starts on worker {Worker}")]
    private partial void LogTrialStarted(string study, int trial, int worker);

    [LoggerMessage(9, LogLevel.Debug, "Study {Study}: trial {Trial} has ended, {Status}, after {Seconds} s")]
    private partial void LogTrialEnded(string study, int trial, TrialStatus status, double seconds);

    [LoggerMessage(EventId = 10, Message = "Study {Study}: trial {Trial} handed in no error, {Status}: {Reason}")]
    private partial void LogTrialFailed(LogLevel level, string study, int trial, TrialStatus status, string? reason);

    [LoggerMessage(13, LogLevel.Warning, "Study {Study}: trial {Trial} is {Reason}")]
    private partial void LogCheckpointLost(string study, int trial, string reason);

    [LoggerMessage(14, LogLevel.Warning, "Study {Study}: trial {Trial} was lost and is run again: {Reason}")]
    private partial void LogTrialLost(string study, int trial, string reason);

    [LoggerMessage(11, LogLevel.Information, "Study {Study}: {Command} was carried out")]
    private partial void LogCommand(string study, string command);

    [LoggerMessage(12, LogLevel.Information, "Study {Study}: {Command} was refused: {Reason}")]
    private partial void LogCommandRefused(string study, string command, string reason);
}
