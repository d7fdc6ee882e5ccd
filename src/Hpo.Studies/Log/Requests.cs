
namespace Hpo.Studies.Log;

/// <summary>
/// Carries a command to the process that runs a log, and its answer back, as texts in a table of the database. A request is open, taken or answered, and what is not
/// taken in time is withdrawn: of two statements on one row, one is first, so that nothing is done that its asker was told is not.
/// </summary>
/// <param name="file">The database.</param>
/// <param name="tables">Where the logs are.</param>
/// <param name="leases">Who runs what.</param>
/// <param name="process">This process.</param>
/// <param name="changes">Tells when the database was written.</param>
/// <param name="time">The clock.</param>
/// <param name="patience">How long the other process may take to begin; null for ten seconds.</param>
internal sealed class Requests(
    DatabaseFile file, LogTables tables, Leases leases, ProcessLock process, ChangeWatch changes, TimeProvider time, TimeSpan? patience = null)
{
    /// <summary>The answer of a request that is being carried out.</summary>
    private const string Taken = "";

    /// <summary>How long the other process may take to begin; one that is suspended answers nothing.</summary>
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(10);

    /// <summary>How long it may take to carry out what it has begun: a run may be in the middle of a long decision.</summary>
    private static readonly TimeSpan LongestCommand = TimeSpan.FromMinutes(2);

    /// <summary>How much later than the end of a run the answer may come to the request that brought it about.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Asks the process that runs a log to do something, and waits for it.</summary>
    /// <returns>Its answer; null when no other process runs it, or none does any more.</returns>
    /// <exception cref="IOException">The request cannot be written, or there was no answer in time.</exception>
    public string? Ask(string logId, string command)
    {
        if (!leases.IsElsewhere(logId))
            return null;
        var id = file.Use(connection => DatabaseFile.Rows(
            connection,
            $"INSERT INTO {tables.Request} ({tables.Key}, asker, command) VALUES ($log, $asker, $command) RETURNING id",
            row => row.GetInt64(0),
            ("$log", logId),
            ("$asker", process.Name),
            ("$command", command)).ToList()[0]);
        try
        {
            var (seen, answer, free) = (-1L, (string?)null, (long?)null);
            if (SpinWait.SpinUntil(IsOver, _patience) || (!TryWithdraw(id) && SpinWait.SpinUntil(IsOver, LongestCommand)))
                return answer is null && IsTaken(id) ? throw NotKnown() : answer;
            throw IsTaken(id) ? NotKnown() : new IOException($"The process that runs the {tables.Noun} does not answer; nothing was changed.");

            bool IsOver()
            {
                var version = changes.Version;
                if (version == seen && free is null)
                    return false;
                seen = version;
                answer = AnswerTo(id);
                free = leases.IsElsewhere(logId) ? null : free ?? time.GetTimestamp();
                return answer is not null || (free is { } since && time.GetElapsedTime(since) >= Grace);
            }
        }
        finally
        {
            file.Use(connection => DatabaseFile.Execute(connection, $"DELETE FROM {tables.Request} WHERE id = $id", ("$id", id)));
        }
    }

    /// <summary>Does what others ask of what runs here, in the order of asking.</summary>
    /// <param name="isHere">Whether a log runs here.</param>
    /// <param name="answer">Carries out a command for a log and says what came of it.</param>
    /// <exception cref="IOException">The database cannot be read or written.</exception>
    public void Answer(Func<string, bool> isHere, Func<string, string, string> answer)
    {
        foreach (var (id, logId, command) in Open().Where(request => isHere(request.LogId) && TryTake(request.Id)))
        {
            var said = answer(logId, command);
            file.Use(connection => DatabaseFile.Execute(connection, $"UPDATE {tables.Request} SET answer = $answer WHERE id = $id", ("$answer", said), ("$id", id)));
        }
    }

    /// <summary>Removes what processes have asked that live no more.</summary>
    /// <exception cref="IOException">The database cannot be read or written.</exception>
    public void RemoveStale()
    {
        var askers = file.Use(connection => DatabaseFile.Rows(connection, $"SELECT DISTINCT asker FROM {tables.Request}", row => row.GetString(0)).ToList());
        foreach (var asker in askers.Where(asker => !process.IsAlive(asker)))
            file.Use(connection => DatabaseFile.Execute(connection, $"DELETE FROM {tables.Request} WHERE asker = $asker", ("$asker", asker)));
    }

    /// <summary>From now on it is carried out; false when it was withdrawn.</summary>
    private bool TryTake(long id) => file.Use(connection => DatabaseFile.Execute(
        connection, $"UPDATE {tables.Request} SET answer = $taken WHERE id = $id AND answer IS NULL", ("$taken", Taken), ("$id", id))) == 1;

    /// <summary>From now on it is not carried out; false when it has been begun.</summary>
    private bool TryWithdraw(long id) => file.Use(connection => DatabaseFile.Execute(
        connection, $"DELETE FROM {tables.Request} WHERE id = $id AND answer IS NULL", ("$id", id))) == 1;

    private bool IsTaken(long id) => Texts(id) is [Taken];

    private string? AnswerTo(long id) => Texts(id) is [{ Length: > 0 } answer] ? answer : null;

    private List<string?> Texts(long id) => file.Use(connection => DatabaseFile.Rows(
        connection, $"SELECT answer FROM {tables.Request} WHERE id = $id", row => row.IsDBNull(0) ? null : row.GetString(0), ("$id", id)).ToList());

    private IOException NotKnown() => new($"The process that runs the {tables.Noun} has begun to do it and did not say what came of it: look at the {tables.Noun}.");

    private List<(long Id, string LogId, string Command)> Open() => file.Use(connection => DatabaseFile.Rows(
        connection,
        $"SELECT id, {tables.Key}, command FROM {tables.Request} WHERE answer IS NULL ORDER BY id",
        row => (row.GetInt64(0), row.GetString(1), row.GetString(2))).ToList());
}
