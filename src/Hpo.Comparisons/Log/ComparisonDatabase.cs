using System.Globalization;
using Hpo.Comparisons.Running;
using Hpo.Studies.Log;
using Hpo.Studies.Sharing;

namespace Hpo.Comparisons.Log;

/// <summary>
/// The comparisons in the database of studies, in tables of their own: their events, which are only ever added. What a method has returned
/// from writing is on the disk.
/// </summary>
public sealed class ComparisonDatabase
{
    // the studies' schema keeps its version: a program that knows no comparisons goes on reading its studies. Nothing is ever changed here, only added: leases and
    // requests came after the first version, whose program is kept out by a lock on the folder as long as this one runs
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
        CREATE TABLE IF NOT EXISTS comparison_lease (
            comparison_id TEXT NOT NULL PRIMARY KEY REFERENCES comparison (id) ON DELETE CASCADE,
            process TEXT NOT NULL,
            token INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS comparison_request (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            comparison_id TEXT NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
            asker TEXT NOT NULL,
            command TEXT NOT NULL,
            answer TEXT
        ) STRICT;
        CREATE TABLE IF NOT EXISTS comparison_shared (
            comparison_id TEXT NOT NULL PRIMARY KEY REFERENCES comparison (id) ON DELETE CASCADE,
            watch_code TEXT NOT NULL UNIQUE
        ) STRICT;
        """;

    private static readonly WatchCodeStatements Codes = new(
        "comparison",
        "SELECT watch_code FROM comparison_shared WHERE comparison_id = $id",
        "SELECT comparison_id FROM comparison_shared WHERE watch_code = $code AND comparison_id NOT IN (SELECT comparison_id FROM comparison_deleted)",
        "INSERT INTO comparison_shared (comparison_id, watch_code) SELECT id, $code FROM comparison WHERE id = $id ON CONFLICT (comparison_id) DO NOTHING",
        "DELETE FROM comparison_shared WHERE comparison_id = $id");

    private readonly DatabaseFile _file;

    /// <summary>Opens a database file, or makes one.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <exception cref="InvalidDataException">The file is not a database.</exception>
    /// <exception cref="IOException">The file cannot be opened or written.</exception>
    public ComparisonDatabase(string path)
    {
        _file = new DatabaseFile(path);
        _file.Use(connection => DatabaseFile.Execute(connection, Schema));
        Log = new EventLog<ComparisonEvent, ComparisonSnapshot>(_file, ComparisonLog.Kind);
        WatchCodes = new WatchCodes(_file, Codes);
    }

    /// <summary>The events of the comparisons.</summary>
    public EventLog<ComparisonEvent, ComparisonSnapshot> Log { get; }

    /// <summary>The codes by which comparisons are watched.</summary>
    public WatchCodes WatchCodes { get; }

    /// <summary>Stores a new comparison with its first event.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="started">The event.</param>
    /// <param name="lease">The lease of the process that is going to run it; one without it is taken for one that was interrupted.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Add(string id, ComparisonStarted started, Lease? lease = null)
    {
        ArgumentNullException.ThrowIfNull(started);
        Log.Add(id, [new(1, started)], lease, connection => DatabaseFile.Execute(
            connection, "INSERT INTO comparison (id, created_at) VALUES ($id, $createdAt)", ("$id", id), ("$createdAt", Text(started.At))));
    }

    /// <summary>Adds events, all or none of them; the end of a comparison gives back the lease of its run.</summary>
    /// <exception cref="IOException">They could not be written, a sequence number is taken, or a run has lost its lease.</exception>
    public void Append(IReadOnlyList<PendingEvent<ComparisonEvent>> events) => Log.Append(events);

    /// <summary>The ids of all comparisons that were not deleted, the newest first.</summary>
    public IReadOnlyList<string> Ids() => [.. Ends().Select(end => end.Id)];

    /// <summary>All comparisons that were not deleted, the newest first, each with its date and the number of its last event.</summary>
    internal IReadOnlyList<(string Id, DateTimeOffset CreatedAt, long Sequence)> Ends() => _file.Use(connection => DatabaseFile.Rows(
        connection,
        """
        SELECT id, created_at, (SELECT coalesce(max(sequence), 0) FROM comparison_event WHERE comparison_id = id) FROM comparison
        WHERE id NOT IN (SELECT comparison_id FROM comparison_deleted) ORDER BY created_at DESC, id
        """,
        row => (row.GetString(0), DateTimeOffset.Parse(row.GetString(1), CultureInfo.InvariantCulture), row.GetInt64(2))).ToList());

    /// <summary>Whether there is a comparison of an id, deleted or not.</summary>
    internal bool Has(string id) => Texts("SELECT id FROM comparison WHERE id = $id", ("$id", id)).Count > 0;

    /// <summary>The events of a comparison after a sequence number, in order; none when there is no such comparison.</summary>
    public IReadOnlyList<LoggedEvent<ComparisonEvent>> Read(string id, long afterSequence = 0) => Log.Read(id, afterSequence);

    /// <summary>The events of a comparison without its results, for a list.</summary>
    public IReadOnlyList<LoggedEvent<ComparisonEvent>> ReadWithoutResults(string id) => _file.Use(connection => DatabaseFile.Rows(
        connection,
        """
        SELECT sequence, type, body FROM comparison_event
        WHERE comparison_id = $id AND type IN ('comparisonStarted', 'comparisonRenamed', 'comparisonResumed', 'comparisonEnded') ORDER BY sequence
        """,
        row => new LoggedEvent<ComparisonEvent>(row.GetInt64(0), ComparisonEventJson.Read(row.GetString(1), row.GetString(2))),
        ("$id", id)).ToList());

    /// <summary>How many results a comparison has.</summary>
    public int CountResults(string id) => _file.Use(connection =>
    {
        using var command = DatabaseFile.Command(
            connection,
            "SELECT count(*) FROM comparison_event WHERE comparison_id = $id AND type = $type",
            ("$id", id),
            ("$type", EventName.Of(typeof(RepetitionFinished))));
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    });

    /// <summary>Looks at all comparisons.</summary>
    /// <exception cref="InvalidDataException">The file is so damaged that it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ComparisonCheckResult Check()
    {
        var (comparisons, events, problems) = LogCheck.Run(Log);
        return new ComparisonCheckResult(comparisons, events, problems);
    }

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

    private List<string> Texts(string sql, params (string Name, object Value)[] parameters) =>
        _file.Use(connection => DatabaseFile.Rows(connection, sql, row => row.GetString(0), parameters).ToList());
}
