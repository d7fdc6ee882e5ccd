using System.Collections.Immutable;
using System.Globalization;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Organising;
using Hpo.Studies.Sharing;
using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Log;

/// <summary>
/// The SQLite file that holds studies: their definitions, and their events, which are only ever added. What a method has returned from
/// writing is on the disk (write-ahead log, synchronous = FULL).
/// </summary>
public sealed class StudyDatabase
{
    private readonly DatabaseFile _file;
    private readonly DefinitionCache _definitions = new();

    /// <summary>Opens a database file, or makes one.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <exception cref="InvalidDataException">The file is not a database of studies, or of a version this program does not know.</exception>
    /// <exception cref="IOException">The file cannot be opened or written.</exception>
    public StudyDatabase(string path)
    {
        _file = new DatabaseFile(path);
        _file.Use(connection =>
        {
            StudySchema.Migrate(connection, Path);
            return true;
        });
        WatchCodes = new WatchCodes(_file);
    }

    /// <summary>The file.</summary>
    public string Path => _file.Path;

    /// <summary>What its tables share.</summary>
    internal DatabaseFile File => _file;

    /// <summary>The codes under which studies are watched.</summary>
    public WatchCodes WatchCodes { get; }

    /// <summary>Stores a new study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="lease">The lease of the process that is going to run it; a study without one that has not ended is taken for one that was interrupted.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Add(StudyHeader study, Lease? lease = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        _file.Use(connection =>
        {
            using var transaction = connection.BeginTransaction();
            Add(connection, study);
            if (lease is not null)
                Leases.Add(connection, lease);
            transaction.Commit();
            return true;
        });
    }

    /// <summary>Stores a study from elsewhere with all that belongs to it, or nothing.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Add(StudyHeader study, IReadOnlyList<LoggedEvent> events, StudyMetadata metadata, ImmutableSortedDictionary<int, string> trialNotes)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(metadata);
        _file.Use(connection =>
        {
            using var transaction = connection.BeginTransaction();
            Add(connection, study);
            Append(connection, events.Select(logged => new PendingEvent(study.Id, logged)));
            MetadataTable.Write(connection, study.Id, metadata, trialNotes);
            transaction.Commit();
            return true;
        });
    }

    /// <summary>All studies, the newest first.</summary>
    public IReadOnlyList<StudyHeader> List() => Headers("SELECT id, created_at, definition, owner FROM study ORDER BY created_at DESC, id");

    /// <summary>The study of an id; null when there is none.</summary>
    public StudyHeader? Find(string id) =>
        Headers("SELECT id, created_at, definition, owner FROM study WHERE id = $id", ("$id", id)).SingleOrDefault();

    /// <summary>The ids of studies whose last event, if they have any, does not end them.</summary>
    public IReadOnlyList<string> Unfinished() => _file.Use(connection => DatabaseFile.Rows(
        connection,
        """
        SELECT id FROM study WHERE NOT EXISTS (
            SELECT 1 FROM event
            WHERE study_id = id AND type = $ended AND sequence = (SELECT max(sequence) FROM event WHERE study_id = id))
        """,
        row => row.GetString(0),
        ("$ended", StudyEventJson.TypeName(typeof(StudyEnded)))).ToList());

    /// <summary>The events of a study after a sequence number, in order.</summary>
    public IReadOnlyList<LoggedEvent> Read(string studyId, long afterSequence = 0) => Read(studyId, afterSequence, long.MaxValue);

    /// <summary>The number of a study's last event, as part of a transaction; 0 when it has none.</summary>
    internal static long Last(SqliteConnection connection, string studyId) => DatabaseFile.Rows(
        connection, "SELECT coalesce(max(sequence), 0) FROM event WHERE study_id = $id", row => row.GetInt64(0), ("$id", studyId)).ToList()[0];

    private List<LoggedEvent> Read(string studyId, long afterSequence, long beforeSequence) =>
        _file.Use(connection => Read(connection, studyId, afterSequence, beforeSequence));

    internal static List<LoggedEvent> Read(SqliteConnection connection, string studyId, long afterSequence, long beforeSequence = long.MaxValue) =>
    [
        .. DatabaseFile.Rows(
            connection,
            "SELECT sequence, type, body FROM event WHERE study_id = $id AND sequence > $after AND sequence < $before ORDER BY sequence",
            row => new LoggedEvent(row.GetInt64(0), StudyEventJson.Read(row.GetString(1), row.GetString(2))),
            ("$id", studyId),
            ("$after", afterSequence),
            ("$before", beforeSequence)),
    ];

    /// <summary>Adds events, all or none of them; the end of a study gives back the lease of its run.</summary>
    /// <exception cref="IOException">They could not be written, a sequence number is taken, or a run has lost its lease.</exception>
    public void Append(IReadOnlyList<PendingEvent> events) => _file.Use(connection =>
    {
        using var transaction = connection.BeginTransaction();
        foreach (var lease in events.Select(pending => pending.Lease).OfType<Lease>().Distinct())
            Leases.Check(connection, lease);
        Append(connection, events);
        foreach (var pending in events)
        {
            if (pending is { Lease: { } lease, Event.Event: StudyEnded })
                Leases.Release(connection, lease);
        }

        transaction.Commit();
        return true;
    });

    /// <summary>Adds events, as part of a transaction.</summary>
    internal static void Append(SqliteConnection connection, IEnumerable<PendingEvent> events)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO event (study_id, sequence, type, body) VALUES ($id, $sequence, $type, $body)";
        var id = command.Parameters.Add("$id", SqliteType.Text);
        var sequence = command.Parameters.Add("$sequence", SqliteType.Integer);
        var type = command.Parameters.Add("$type", SqliteType.Text);
        var body = command.Parameters.Add("$body", SqliteType.Text);
        foreach (var pending in events)
        {
            id.Value = pending.StudyId;
            sequence.Value = pending.Event.Sequence;
            type.Value = StudyEventJson.TypeName(pending.Event.Event);
            body.Value = StudyEventJson.WriteBody(pending.Event.Event);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>By id where the log of each study ends, with the summary that is stored of it.</summary>
    internal Dictionary<string, StudyEnd> Ends() => _file.Use(connection => DatabaseFile.Rows(
        connection,
        """
        SELECT id, (SELECT coalesce(max(event.sequence), 0) FROM event WHERE event.study_id = id), summary.sequence, body
        FROM study LEFT JOIN summary ON summary.study_id = id
        """,
        row => (row.GetString(0), new StudyEnd(row.GetInt64(1), row.IsDBNull(2) ? null : row.GetInt64(2), row.IsDBNull(3) ? null : row.GetString(3))))
        .ToDictionary());

    /// <summary>Stores summaries, in the place of earlier ones.</summary>
    /// <exception cref="IOException">They could not be written.</exception>
    internal void Store(IReadOnlyList<StoredSummary> summaries) => _file.Use(connection =>
    {
        using var transaction = connection.BeginTransaction();
        foreach (var stored in summaries)
        {
            DatabaseFile.Execute(
                connection,
                "INSERT INTO summary (study_id, sequence, body) SELECT id, $sequence, $body FROM study WHERE id = $id ON CONFLICT (study_id) DO UPDATE SET sequence = $sequence, body = $body",
                ("$id", stored.Summary.Id),
                ("$sequence", stored.Sequence),
                ("$body", stored.Body));
        }

        transaction.Commit();
        return true;
    });

    /// <summary>Looks at everything in the database.</summary>
    /// <exception cref="InvalidDataException">The file is so damaged that it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public LogCheckResult Check() => LogCheck.Run(_file);

    /// <summary>Makes the file as small as what is in it, and empties the write-ahead log.</summary>
    /// <returns>The number of bytes of both before and after.</returns>
    /// <exception cref="IOException">The file cannot be written; it takes as much room again while it is rewritten.</exception>
    public (long Before, long After) Compact()
    {
        var before = Size();
        _file.Use(connection =>
        {
            DatabaseFile.Execute(connection, "VACUUM");
            return DatabaseFile.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        });
        return (before, Size());
    }

    /// <summary>The events of a study whose log is damaged, as far as they can be read, and why not further.</summary>
    internal (IReadOnlyList<LoggedEvent> Events, string Problem) ReadReadable(string studyId) =>
        Check().Problems.FirstOrDefault(problem => problem.StudyId == studyId && problem.Sequence is not null) is { Sequence: { } first } problem
            ? (Read(studyId, 0, first), $"The log cannot be read from event {first} on: {problem.Message}")
            : ([], "The log cannot be read.");

    private static int Add(SqliteConnection connection, StudyHeader study) => DatabaseFile.Execute(
        connection,
        "INSERT INTO study (id, created_at, definition, owner) VALUES ($id, $createdAt, $definition, $owner)",
        ("$id", study.Id),
        ("$createdAt", study.CreatedAt.ToString("O", CultureInfo.InvariantCulture)),
        ("$definition", StudyDefinitionJson.Write(study.Definition)),
        ("$owner", study.Owner));

    private long Size() => new[] { Path, Path + "-wal" }.Sum(file => System.IO.File.Exists(file) ? new FileInfo(file).Length : 0);

    private List<StudyHeader> Headers(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var bound = parameters.ToArray();
        return _file.Use(connection =>
        {
            using var command = DatabaseFile.Command(connection, sql, bound);
            using var reader = command.ExecuteReader();
            var headers = new List<StudyHeader>();
            while (reader.Read())
            {
                var (definition, problem) = _definitions.Read(reader.GetString(0), reader.GetString(2));
                headers.Add(new StudyHeader(
                    reader.GetString(0),
                    DateTimeOffset.Parse(reader.GetString(1), CultureInfo.InvariantCulture),
                    definition,
                    reader.GetString(3))
                {
                    Problem = problem,
                });
            }

            return headers;
        });
    }
}
