using System.Text.Json;
using Hpo.Studies.Definitions;
using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Log;

/// <summary>
/// Looks at everything in the database: the file itself (SQLite's own check), every definition, and every event, which must be readable, have the
/// sequence number after the last one, and make sense after it. All is read at one moment, so that something may run meanwhile.
/// </summary>
public static class LogCheck
{
    /// <summary>Checks the events of all logs of a kind; the file itself is looked at by <see cref="StudyDatabase.Check"/>.</summary>
    /// <exception cref="InvalidDataException">The file is so damaged that it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static (int Logs, long Events, IReadOnlyList<LogProblem> Problems) Run<TEvent, TSnapshot>(EventLog<TEvent, TSnapshot> log)
        where TEvent : class
        where TSnapshot : class, ILogSnapshot
    {
        ArgumentNullException.ThrowIfNull(log);
        return log.File.Use(connection =>
        {
            using var moment = connection.BeginTransaction(deferred: true);
            var (logs, events, problems) = (0, 0L, new List<LogProblem>());
            foreach (var id in DatabaseFile.Rows(connection, $"SELECT id FROM {log.Kind.Tables.Item} ORDER BY id", row => row.GetString(0)).ToList())
            {
                logs++;
                events += CheckEvents(connection, log, id, problems);
            }

            return (logs, events, problems);
        });
    }

    /// <summary>Checks the studies of a database, and its file.</summary>
    /// <exception cref="InvalidDataException">The file is so damaged that it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal static LogCheckResult Run(StudyDatabase database) => database.File.Use(connection =>
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
            events += CheckEvents(connection, database.Log, id, problems);
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

    /// <summary>Returns how many events were looked at, the one that is wrong included.</summary>
    private static long CheckEvents<TEvent, TSnapshot>(SqliteConnection connection, EventLog<TEvent, TSnapshot> log, string id, List<LogProblem> problems)
        where TEvent : class
        where TSnapshot : class, ILogSnapshot
    {
        var count = 0L;
        if (log.Walk(connection, id, _ => count++) is not { } problem)
            return count;
        problems.Add(problem);
        return problem.Sequence is null ? count : count + 1;
    }
}
