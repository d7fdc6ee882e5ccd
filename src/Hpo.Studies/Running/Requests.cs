using System.Collections.Concurrent;
using Hpo.Studies.Log;

namespace Hpo.Studies.Running;

/// <summary>
/// Carries a command to the process that runs a study, and its answer back, as texts in a table of the database. What is not answered is withdrawn: nothing is
/// done later that nobody waits for.
/// </summary>
/// <param name="file">The database.</param>
/// <param name="leases">Who runs what.</param>
/// <param name="time">The clock.</param>
internal sealed class Requests(DatabaseFile file, Leases leases, TimeProvider time)
{
    /// <summary>How long the other process may take; one that is suspended answers nothing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<long, (string StudyId, TaskCompletionSource<string?> Answer)> _waiting = new();

    /// <summary>Whether somebody waits for an answer.</summary>
    public bool AnyWaiting => !_waiting.IsEmpty;

    /// <summary>Asks the process that runs a study to do something.</summary>
    /// <returns>Its answer; null when no other process runs the study, or when it ended before it answered.</returns>
    /// <exception cref="IOException">The request cannot be written, or there was no answer in time.</exception>
    public string? Ask(string studyId, string command)
    {
        if (!leases.IsElsewhere(studyId))
            return null;
        var id = file.Use(connection => DatabaseFile.Rows(
            connection,
            "INSERT INTO request (study_id, command) VALUES ($study, $command) RETURNING id",
            row => row.GetInt64(0),
            ("$study", studyId),
            ("$command", command)).ToList()[0]);
        var answer = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = (studyId, answer);
        try
        {
            return answer.Task.WaitAsync(Patience, time).GetAwaiter().GetResult();
        }
        catch (TimeoutException exception)
        {
            throw new IOException("The process that runs the study does not answer; nothing was changed.", exception);
        }
        finally
        {
            _waiting.TryRemove(id, out _);
            file.Use(connection => DatabaseFile.Execute(connection, "DELETE FROM request WHERE id = $id", ("$id", id)));
        }
    }

    /// <summary>Looks for answers to what was asked here.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public void Collect()
    {
        foreach (var (id, (studyId, waiting)) in _waiting)
        {
            var answer = file.Use(connection => DatabaseFile.Rows(
                connection, "SELECT answer FROM request WHERE id = $id", row => row.IsDBNull(0) ? null : row.GetString(0), ("$id", id)).SingleOrDefault());
            if (answer is not null || !leases.IsElsewhere(studyId))
                waiting.TrySetResult(answer);
        }
    }

    /// <summary>Does what others ask of studies that run here, in the order of asking.</summary>
    /// <param name="isHere">Whether a study runs here.</param>
    /// <param name="answer">Carries out a command for a study and says what came of it.</param>
    /// <exception cref="IOException">The database cannot be read or written.</exception>
    public void Answer(Func<string, bool> isHere, Func<string, string, string> answer)
    {
        foreach (var (id, studyId, command) in Open().Where(request => isHere(request.StudyId)))
        {
            var said = answer(studyId, command);
            file.Use(connection => DatabaseFile.Execute(connection, "UPDATE request SET answer = $answer WHERE id = $id", ("$answer", said), ("$id", id)));
        }
    }

    /// <summary>Removes what was asked of a study that nobody runs any more.</summary>
    /// <exception cref="IOException">The database cannot be written.</exception>
    public void RemoveStale()
    {
        const string stale = "FROM request WHERE study_id NOT IN (SELECT study_id FROM lease WHERE process <> '')";
        if (file.Use(connection => DatabaseFile.Rows(connection, $"SELECT 1 {stale} LIMIT 1", _ => true).Any()))
            file.Use(connection => DatabaseFile.Execute(connection, $"DELETE {stale}"));
    }

    private List<(long Id, string StudyId, string Command)> Open() => file.Use(connection => DatabaseFile.Rows(
        connection,
        "SELECT id, study_id, command FROM request WHERE answer IS NULL ORDER BY id",
        row => (row.GetInt64(0), row.GetString(1), row.GetString(2))).ToList());
}
