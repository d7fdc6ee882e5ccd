using Hpo.Comparisons.Running;
using Hpo.Studies.Log;
using Microsoft.Data.Sqlite;

namespace Hpo.Comparisons.Log;

/// <summary>
/// Looks at every event of every comparison: it must be readable, have the sequence number after the last one, and make sense after it. All is read at one
/// moment, so that comparisons may run meanwhile. The file itself is looked at by <see cref="StudyDatabase.Check"/>.
/// </summary>
internal static class ComparisonCheck
{
    /// <summary>Checks the comparisons of a database.</summary>
    /// <exception cref="InvalidDataException">The file is so damaged that it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ComparisonCheckResult Run(DatabaseFile file) => file.Use(connection =>
    {
        using var moment = connection.BeginTransaction(deferred: true);
        var (comparisons, events, problems) = (0, 0L, new List<LogProblem>());
        foreach (var id in DatabaseFile.Rows(connection, "SELECT id FROM comparison ORDER BY id", row => row.GetString(0)).ToList())
        {
            comparisons++;
            events += CheckEvents(connection, id, problems);
        }

        return new ComparisonCheckResult(comparisons, events, problems);
    });

    /// <summary>Stops at the first event that is wrong: what follows it cannot be judged.</summary>
    private static long CheckEvents(SqliteConnection connection, string id, List<LogProblem> problems)
    {
        ComparisonSnapshot? comparison = null;
        var count = 0L;
        foreach (var (sequence, type, body) in DatabaseFile.Rows(
            connection,
            "SELECT sequence, type, body FROM comparison_event WHERE comparison_id = $id ORDER BY sequence",
            row => (Sequence: row.GetInt64(0), Type: row.GetString(1), Body: row.GetString(2)),
            ("$id", id)))
        {
            count++;
            try
            {
                var logged = new LoggedComparisonEvent(id, sequence, ComparisonEventJson.Read(type, body));
                comparison = comparison is null ? ComparisonFold.Fold([logged]) : comparison.Apply([logged]);
            }
            catch (InvalidDataException exception)
            {
                problems.Add(new LogProblem(id, sequence, exception.Message));
                return count;
            }
        }

        if (comparison is null)
            problems.Add(new LogProblem(id, null, "The log of this comparison is empty."));
        return count;
    }
}
