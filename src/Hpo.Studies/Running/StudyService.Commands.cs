using Hpo.Studies.Running.Commands;

namespace Hpo.Studies.Running;

public sealed partial class StudyService
{
    private static readonly StudyAnswer NotRunning = StudyAnswer.Refused("The study is not running.");

    /// <summary>
    /// Has a running study do what a person wants, whichever process runs it. Whether that person may is for the caller to know. Returns as soon as the
    /// study has taken it in, which may be after a decision of its searcher; what was done is an event and follows when that is durable.
    /// </summary>
    /// <returns>What was done and how to take it back, or why it was not done.</returns>
    public StudyAnswer Send(string id, StudyCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (Find(id) is null)
            return StudyAnswer.Refused($"There is no study {id}.");
        try
        {
            return Do(id, command) ?? (_host.Ask(id, StudyCommandJson.Write(command)) is { } answer ? StudyCommandJson.ReadAnswer(answer) : NotRunning);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return StudyAnswer.Refused(exception.Message);
        }
    }

    /// <summary>Does what was asked in another process.</summary>
    private string AnswerRequest(string id, string request)
    {
        try
        {
            return StudyCommandJson.Write(Do(id, StudyCommandJson.ReadCommand(request)) ?? NotRunning);
        }
        catch (InvalidDataException exception)
        {
            return StudyCommandJson.Write(StudyAnswer.Refused(exception.Message));
        }
        catch (Exception exception)
        {
            // whoever asks is told at once, and not that nobody answers
            _work.Tell(exception, "answering another process", "it is told so");
            return StudyCommandJson.Write(StudyAnswer.Refused($"The process that runs the study could not do it ({exception.Message})."));
        }
    }

    /// <summary>Does it when the study runs here; otherwise null.</summary>
    private StudyAnswer? Do(string id, StudyCommand command)
    {
        if (!_running.TryGetValue(id, out var running) || Find(id) is not { } live)
            return null;
        var study = live.Snapshot;
        var answer = CommandRules.Problem(command, live.Definition, study) is { } problem ? StudyAnswer.Refused(problem) : running.Send(command, study);
        _journal.Command(id, command, answer);
        return answer;
    }
}
