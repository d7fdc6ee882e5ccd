using System.Text.Json;
using Hpo.Studies.Definitions;
using Hpo.Studies.Views;
using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Log;

/// <summary>
/// Looks at everything in the database: the file itself (SQLite's own check), every definition, and every event, which must be readable, have the
/// sequence number after the last one, and make sense after it. All is read at one moment, so that a study may run meanwhile.
/// </summary>
internal static class LogCheck
{
    /// <summary>Checks a database.</summary>
    /// <exception cref="InvalidDataException">The file is so damaged that it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LogCheckResult Run(DatabaseFile file) => file.Use(connection =>
    {
        using var moment = connection.BeginTransaction(deferred: true);
        var problems = new List<LogProblem>();
        problems.AddRange(DatabaseFile.Rows(connection, "PRAGMA integrity_check", row => row.GetString(0))
            .Where(line => line != "ok").Select(line => new LogProblem(null, null, $"The file is damaged: {line}.")));
        problems.AddRange(DatabaseFile.Rows(connection, "PRAGMA foreign_key_check", row => row.GetString(0))
            .Select(table => new LogProblem(null, null, $"In the table {table} there is something of a study that does not exist.")));
        var studies = DatabaseFile.Rows(connection, "SELECT id, definition FROM study ORDER BY id", row => (Id: row.GetString(0), Definition: row.GetString(1))).ToList();
        var events = 0L;
        foreach (var (id, definition) in studies)
        {
            if (DefinitionProblem(definition) is { } problem)
                problems.Add(new LogProblem(id, null, problem));
            events += CheckEvents(connection, id, problems);
        }

        return new LogCheckResult(studies.Count, events, problems);
    });

    private static string? DefinitionProblem(string definition)
    {
        try
        {
            StudyDefinitionJson.Read(definition);
            return null;
        }
        catch (JsonException exception)
        {
            return $"The definition cannot be read: {exception.Message}";
        }
    }

    /// <summary>Stops at the first event that is wrong: what follows it cannot be judged.</summary>
    private static long CheckEvents(SqliteConnection connection, string id, List<LogProblem> problems)
    {
        var (snapshot, count) = (StudySnapshot.Empty, 0L);
        foreach (var (sequence, type, body) in DatabaseFile.Rows(
            connection,
            "SELECT sequence, type, body FROM event WHERE study_id = $id ORDER BY sequence",
            row => (Sequence: row.GetInt64(0), Type: row.GetString(1), Body: row.GetString(2)),
            ("$id", id)))
        {
            count++;
            try
            {
                snapshot = snapshot.Apply(new LoggedEvent(sequence, StudyEventJson.Read(type, body)));
            }
            catch (InvalidDataException exception)
            {
                problems.Add(new LogProblem(id, sequence, exception.Message));
                break;
            }
        }

        return count;
    }
}
