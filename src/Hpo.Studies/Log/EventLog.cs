using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Log;

/// <summary>The logs of one kind in a database: their events, which are only ever added. What a method has returned from writing is on the disk.</summary>
/// <typeparam name="TEvent">What can happen.</typeparam>
/// <typeparam name="TSnapshot">What is folded from it.</typeparam>
/// <param name="file">The database.</param>
/// <param name="kind">What is in it.</param>
public sealed class EventLog<TEvent, TSnapshot>(DatabaseFile file, LogKind<TEvent, TSnapshot> kind)
    where TEvent : class
    where TSnapshot : class, ILogSnapshot
{
    private readonly LogTables _tables = kind.Tables;

    /// <summary>What is in it.</summary>
    public LogKind<TEvent, TSnapshot> Kind => kind;

    /// <summary>The database.</summary>
    internal DatabaseFile File => file;

    /// <summary>Who may write.</summary>
    internal LeaseTable Leases { get; } = new(kind.Tables);

    /// <summary>The events of a log after a sequence number, in order; none when there is no such log.</summary>
    /// <exception cref="InvalidDataException">One of them cannot be read.</exception>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public IReadOnlyList<LoggedEvent<TEvent>> Read(string logId, long afterSequence = 0) => file.Use(connection =>
        Rows(connection, logId, afterSequence).Select(row => new LoggedEvent<TEvent>(row.Sequence, kind.Json.Read(row.Type, row.Body))).ToList());

    /// <summary>Stores a new log with all that belongs to it, or nothing.</summary>
    /// <param name="logId">Its id.</param>
    /// <param name="events">Its first events.</param>
    /// <param name="lease">The lease of the process that is going to run it; null for none.</param>
    /// <param name="store">Stores what the log is of, and what else there is to say about it, as part of the transaction.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Add(string logId, IReadOnlyList<LoggedEvent<TEvent>> events, Lease? lease, Action<SqliteConnection> store) => file.Use(connection =>
    {
        ArgumentNullException.ThrowIfNull(store);
        using var transaction = connection.BeginTransaction();
        store(connection);
        Append(connection, events.Select(logged => new PendingEvent<TEvent>(logId, logged)));
        if (lease is not null)
            Leases.Add(connection, lease);
        transaction.Commit();
        return true;
    });

    /// <summary>Adds events, all or none of them; the end of a run gives back its lease.</summary>
    /// <exception cref="IOException">They could not be written, a sequence number is taken, or a run has lost its lease.</exception>
    public void Append(IReadOnlyList<PendingEvent<TEvent>> events) => file.Use(connection =>
    {
        using var transaction = connection.BeginTransaction();
        foreach (var lease in events.Select(pending => pending.Lease).OfType<Lease>().Distinct())
            Leases.Check(connection, lease);
        Append(connection, events);
        foreach (var pending in events)
        {
            if (pending.Lease is { } lease && pending.Event.Event.GetType() == kind.End)
                Leases.Release(connection, lease);
        }

        transaction.Commit();
        return true;
    });

    /// <summary>The logs that have begun a run, or nothing at all, and not ended it.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public IReadOnlyList<string> Unfinished() => file.Use(connection => DatabaseFile.Rows(
        connection,
        $"""
        SELECT id FROM {_tables.Item} WHERE coalesce((
            SELECT type FROM {_tables.Event}
            WHERE {_tables.Key} = id AND type NOT IN ({string.Join(", ", kind.Asides.Select(type => $"'{EventName.Of(type)}'"))})
            ORDER BY sequence DESC LIMIT 1), '') <> $end
        """,
        row => row.GetString(0),
        ("$end", EventName.Of(kind.End))).ToList());

    /// <summary>The number of a log's last event, as part of a transaction; 0 when it has none.</summary>
    internal long Last(SqliteConnection connection, string logId) => DatabaseFile.Rows(
        connection, $"SELECT coalesce(max(sequence), 0) FROM {_tables.Event} WHERE {_tables.Key} = $id", row => row.GetInt64(0), ("$id", logId)).ToList()[0];

    /// <summary>Adds events, as part of a transaction.</summary>
    internal void Append(SqliteConnection connection, IEnumerable<PendingEvent<TEvent>> events)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {_tables.Event} ({_tables.Key}, sequence, type, body) VALUES ($id, $sequence, $type, $body)";
        var id = command.Parameters.Add("$id", SqliteType.Text);
        var sequence = command.Parameters.Add("$sequence", SqliteType.Integer);
        var type = command.Parameters.Add("$type", SqliteType.Text);
        var body = command.Parameters.Add("$body", SqliteType.Text);
        foreach (var pending in events)
        {
            id.Value = pending.LogId;
            sequence.Value = pending.Event.Sequence;
            type.Value = EventName.Of(pending.Event.Event.GetType());
            body.Value = kind.Json.Write(pending.Event.Event);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>
    /// Goes through a log as far as its events can be read and follow one another, as part of a transaction: what comes after one that is wrong cannot be judged.
    /// </summary>
    /// <param name="connection">The transaction's.</param>
    /// <param name="logId">The log.</param>
    /// <param name="onRead">Told of each event that is right.</param>
    /// <returns>What is wrong with the first that is not; null when all is well.</returns>
    internal LogProblem? Walk(SqliteConnection connection, string logId, Action<LoggedEvent<TEvent>> onRead)
    {
        var snapshot = kind.Empty;
        foreach (var (sequence, type, body) in Rows(connection, logId, 0))
        {
            try
            {
                var logged = new LoggedEvent<TEvent>(sequence, kind.Json.Read(type, body));
                snapshot = kind.Fold(snapshot, logged);
                onRead(logged);
            }
            catch (InvalidDataException exception)
            {
                return new LogProblem(logId, sequence, exception.Message);
            }
        }

        return snapshot is null ? new LogProblem(logId, null, $"The log of this {_tables.Noun} is empty.") : null;
    }

    /// <summary>As much of a log as can be read, and why not all of it; null when it is all.</summary>
    internal (IReadOnlyList<LoggedEvent<TEvent>> Events, LogProblem? Problem) ReadReadable(string logId) => file.Use(connection =>
    {
        var events = new List<LoggedEvent<TEvent>>();
        return (events, Walk(connection, logId, events.Add));
    });

    private IEnumerable<(long Sequence, string Type, string Body)> Rows(SqliteConnection connection, string logId, long afterSequence) => DatabaseFile.Rows(
        connection,
        $"SELECT sequence, type, body FROM {_tables.Event} WHERE {_tables.Key} = $id AND sequence > $after ORDER BY sequence",
        row => (row.GetInt64(0), row.GetString(1), row.GetString(2)),
        ("$id", logId),
        ("$after", afterSequence));
}
