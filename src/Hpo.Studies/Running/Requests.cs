using Hpo.Studies.Log;

namespace Hpo.Studies.Running;

/// <summary>
/// Carries a command to the process that runs a study, and its answer back, as texts in a table of the database. What is not answered in time is withdrawn: nothing
/// is done later that nobody waits for.
/// </summary>
/// <param name="file">The database.</param>
/// <param name="leases">Who runs what.</param>
/// <param name="process">This process.</param>
/// <param name="changes">Tells when the database was written.</param>
/// <param name="time">The clock.</param>
internal sealed class Requests(DatabaseFile file, Leases leases, ProcessLock process, ChangeWatch changes, TimeProvider time)
{
    /// <summary>How long the other process may take; one that is suspended answers nothing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How much later than the end of a study the answer may come to the request that brought it about.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Asks the process that runs a study to do something, and waits for it.</summary>
    /// <returns>Its answer; null when no other process runs the study, or none does any more.</returns>
    /// <exception cref="IOException">The request cannot be written, or there was no answer in time.</exception>
    public string? Ask(string studyId, string command)
    {
        if (!leases.IsElsewhere(studyId))
            return null;
        var id = file.Use(connection => DatabaseFile.Rows(
            connection,
            "INSERT INTO request (study_id, asker, command) VALUES ($study, $asker, $command) RETURNING id",
            row => row.GetInt64(0),
            ("$study", studyId),
            ("$asker", process.Name),
            ("$command", command)).ToList()[0]);
        try
        {
            var (seen, answer, free) = (-1L, (string?)null, (long?)null);
            return SpinWait.SpinUntil(IsOver, Patience) ? answer : throw new IOException("The process that runs the study does not answer; nothing was changed.");

            bool IsOver()
            {
                var version = changes.Version;
                if (version == seen && free is null)
                    return false;
                seen = version;
                answer = AnswerTo(id);
                free = leases.IsElsewhere(studyId) ? null : free ?? time.GetTimestamp();
                return answer is not null || (free is { } since && time.GetElapsedTime(since) >= Grace);
            }
        }
        finally
        {
            file.Use(connection => DatabaseFile.Execute(connection, "DELETE FROM request WHERE id = $id", ("$id", id)));
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

    /// <summary>Removes what processes have asked that live no more.</summary>
    /// <exception cref="IOException">The database cannot be read or written.</exception>
    public void RemoveStale()
    {
        var askers = file.Use(connection => DatabaseFile.Rows(connection, "SELECT DISTINCT asker FROM request", row => row.GetString(0)).ToList());
        foreach (var asker in askers.Where(asker => !process.IsAlive(asker)))
            file.Use(connection => DatabaseFile.Execute(connection, "DELETE FROM request WHERE asker = $asker", ("$asker", asker)));
    }

    private string? AnswerTo(long id) => file.Use(connection => DatabaseFile.Rows(
        connection, "SELECT answer FROM request WHERE id = $id", row => row.IsDBNull(0) ? null : row.GetString(0), ("$id", id)).SingleOrDefault());

    private List<(long Id, string StudyId, string Command)> Open() => file.Use(connection => DatabaseFile.Rows(
        connection,
        "SELECT id, study_id, command FROM request WHERE answer IS NULL ORDER BY id",
        row => (row.GetInt64(0), row.GetString(1), row.GetString(2))).ToList());
}
