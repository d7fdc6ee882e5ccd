using System.Globalization;
using Hpo.Studies.Log;
using Microsoft.Data.Sqlite;

namespace Hpo.Comparisons.Log;

/// <summary>
/// The comparisons in the database of studies, in tables of their own: their events, which are only ever added. What a method has returned
/// from writing is on the disk.
/// </summary>
public sealed class ComparisonDatabase
{
    // the studies' schema keeps its version: a program that knows no comparisons goes on reading its studies
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS comparison (
            id TEXT NOT NULL PRIMARY KEY,
            created_at TEXT NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS comparison_event (
            comparison_id TEXT NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
            sequence INTEGER NOT NULL,
            type TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (comparison_id, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS comparison_event_by_type ON comparison_event (comparison_id, type);
        CREATE TABLE IF NOT EXISTS comparison_deleted (
            comparison_id TEXT NOT NULL PRIMARY KEY REFERENCES comparison (id) ON DELETE CASCADE,
            deleted_at TEXT NOT NULL
        ) STRICT;
        """;

    private readonly DatabaseFile _file;

    /// <summary>Opens a database file, or makes one.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <exception cref="InvalidDataException">The file is not a database.</exception>
    /// <exception cref="IOException">The file cannot be opened or written.</exception>
    public ComparisonDatabase(string path)
    {
        _file = new DatabaseFile(path);
        _file.Use(connection => DatabaseFile.Execute(connection, Schema));
    }

    /// <summary>Stores a new comparison with its first event.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Add(string id, ComparisonStarted started)
    {
        ArgumentNullException.ThrowIfNull(started);
        _file.Use(connection =>
        {
            using var transaction = connection.BeginTransaction();
            using (var command = DatabaseFile.Command(
                connection,
                "INSERT INTO comparison (id, created_at) VALUES ($id, $createdAt)",
                ("$id", id),
                ("$createdAt", started.At.ToString("O", CultureInfo.InvariantCulture))))
            {
                command.Transaction = transaction;
                command.ExecuteNonQuery();
            }

            Append(connection, transaction, [new(id, 1, started)]);
            transaction.Commit();
            return true;
        });
    }

    /// <summary>Adds events, all or none of them.</summary>
    /// <exception cref="IOException">They could not be written, or a sequence number is taken.</exception>
    public void Append(IReadOnlyList<LoggedComparisonEvent> events) => _file.Use(connection =>
    {
        using var transaction = connection.BeginTransaction();
        Append(connection, transaction, events);
        transaction.Commit();
        return true;
    });

    /// <summary>The ids of all comparisons that were not deleted, the newest first.</summary>
    public IReadOnlyList<string> Ids() =>
        Texts("SELECT id FROM comparison WHERE id NOT IN (SELECT comparison_id FROM comparison_deleted) ORDER BY created_at DESC, id");

    /// <summary>The events of a comparison after a sequence number, in order; none when there is no such comparison.</summary>
    public IReadOnlyList<LoggedComparisonEvent> Read(string id, long afterSequence = 0) => ReadEvents(
        "SELECT sequence, type, body FROM comparison_event WHERE comparison_id = $id AND sequence > $after ORDER BY sequence", id, afterSequence);

    /// <summary>The events of a comparison without its results, for a list.</summary>
    public IReadOnlyList<LoggedComparisonEvent> ReadWithoutResults(string id) => ReadEvents(
        """
        SELECT sequence, type, body FROM comparison_event
        WHERE comparison_id = $id AND type IN ('comparisonStarted', 'comparisonRenamed', 'comparisonResumed', 'comparisonEnded') ORDER BY sequence
        """,
        id);

    /// <summary>How many results a comparison has.</summary>
    public int CountResults(string id) => _file.Use(connection =>
    {
        using var command = DatabaseFile.Command(
            connection,
            "SELECT count(*) FROM comparison_event WHERE comparison_id = $id AND type = $type",
            ("$id", id),
            ("$type", ComparisonEventJson.TypeName(typeof(RepetitionFinished))));
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    });

    /// <summary>Looks at all comparisons.</summary>
    /// <exception cref="InvalidDataException">The file is so damaged that it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ComparisonCheckResult Check() => ComparisonCheck.Run(_file);

    /// <summary>Hides a comparison from the list; its events stay.</summary>
    /// <exception cref="IOException">That could not be written.</exception>
    public void MarkDeleted(string id, DateTimeOffset at) => _file.Use(connection => DatabaseFile.Execute(
        connection, "INSERT INTO comparison_deleted (comparison_id, deleted_at) VALUES ($id, $at) ON CONFLICT DO NOTHING", ("$id", id), ("$at", Text(at))));

    /// <summary>Brings a deleted comparison back; returns false when it is gone for good, or was never deleted.</summary>
    /// <exception cref="IOException">That could not be written.</exception>
    public bool Restore(string id) => _file.Use(connection =>
        DatabaseFile.Execute(connection, "DELETE FROM comparison_deleted WHERE comparison_id = $id", ("$id", id))) > 0;

    /// <summary>The comparisons that were deleted after a moment and can still be brought back, the last one first.</summary>
    public IReadOnlyList<string> DeletedAfter(DateTimeOffset moment) => Texts(
        "SELECT comparison_id FROM comparison_deleted WHERE deleted_at > $moment ORDER BY deleted_at DESC, comparison_id", ("$moment", Text(moment)));

    /// <summary>Removes for good what was deleted until a moment.</summary>
    /// <exception cref="IOException">It could not be removed.</exception>
    public void RemoveDeleted(DateTimeOffset until) => _file.Use(connection => DatabaseFile.Execute(
        connection, "DELETE FROM comparison WHERE id IN (SELECT comparison_id FROM comparison_deleted WHERE deleted_at <= $until)", ("$until", Text(until))));

    /// <summary>Moments in UTC and of one length: their texts are in the order of time.</summary>
    private static string Text(DateTimeOffset moment) => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static void Append(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<LoggedComparisonEvent> events)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO comparison_event (comparison_id, sequence, type, body) VALUES ($id, $sequence, $type, $body)";
        var id = command.Parameters.Add("$id", SqliteType.Text);
        var sequence = command.Parameters.Add("$sequence", SqliteType.Integer);
        var type = command.Parameters.Add("$type", SqliteType.Text);
        var body = command.Parameters.Add("$body", SqliteType.Text);
        foreach (var logged in events)
        {
            id.Value = logged.ComparisonId;
            sequence.Value = logged.Sequence;
            type.Value = ComparisonEventJson.TypeName(logged.Event.GetType());
            body.Value = ComparisonEventJson.WriteBody(logged.Event);
            command.ExecuteNonQuery();
        }
    }

    private List<string> Texts(string sql, params (string Name, object Value)[] parameters) => _file.Use(connection =>
    {
        using var command = DatabaseFile.Command(connection, sql, parameters);
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return texts;
    });

    private List<LoggedComparisonEvent> ReadEvents(string sql, string id, long afterSequence = 0) => _file.Use(connection =>
    {
        using var command = DatabaseFile.Command(connection, sql, ("$id", id), ("$after", afterSequence));
        using var reader = command.ExecuteReader();
        var events = new List<LoggedComparisonEvent>();
        while (reader.Read())
            events.Add(new(id, reader.GetInt64(0), ComparisonEventJson.Read(reader.GetString(1), reader.GetString(2))));
        return events;
    });
}
