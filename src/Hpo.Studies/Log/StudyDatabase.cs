using System.Collections.Immutable;
using System.Globalization;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Organising;
using Hpo.Studies.Sharing;
using Hpo.Studies.Views;
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
        WatchCodes = new WatchCodes(_file, WatchCodeStatements.Studies);
        Log = new EventLog<StudyEvent, StudySnapshot>(_file, StudyLog.Kind);
    }

    /// <summary>The file.</summary>
    public string Path => _file.Path;

    /// <summary>What its tables share.</summary>
    internal DatabaseFile File => _file;

    /// <summary>The events of the studies.</summary>
    public EventLog<StudyEvent, StudySnapshot> Log { get; }

    /// <summary>The codes under which studies are watched.</summary>
    public WatchCodes WatchCodes { get; }

    /// <summary>Stores a new study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="lease">The lease of the process that is going to run it; a study without one that has not ended is taken for one that was interrupted.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Add(StudyHeader study, Lease? lease = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        Log.Add(study.Id, [], lease, connection => Add(connection, study));
    }

    /// <summary>Stores a study from elsewhere with all that belongs to it, or nothing.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Add(StudyHeader study, IReadOnlyList<LoggedEvent<StudyEvent>> events, StudyMetadata metadata, ImmutableSortedDictionary<int, string> trialNotes)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(metadata);
        Log.Add(study.Id, events, null, connection =>
        {
            Add(connection, study);
            MetadataTable.Write(connection, study.Id, metadata, trialNotes);
        });
    }

    /// <summary>All studies, the newest first.</summary>
    public IReadOnlyList<StudyHeader> List() => Headers("SELECT id, created_at, definition, owner FROM study ORDER BY created_at DESC, id");

    /// <summary>The study of an id; null when there is none.</summary>
    public StudyHeader? Find(string id) =>
        Headers("SELECT id, created_at, definition, owner FROM study WHERE id = $id", ("$id", id)).SingleOrDefault();

    /// <summary>The events of a study after a sequence number, in order.</summary>
    /// <exception cref="InvalidDataException">One of them cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IReadOnlyList<LoggedEvent<StudyEvent>> Read(string studyId, long afterSequence = 0) => Log.Read(studyId, afterSequence);

    /// <summary>Adds events, all or none of them; the end of a study gives back the lease of its run.</summary>
    /// <exception cref="IOException">They could not be written, a sequence number is taken, or a run has lost its lease.</exception>
    public void Append(IReadOnlyList<PendingEvent<StudyEvent>> events) => Log.Append(events);

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
    public LogCheckResult Check() => LogCheck.Run(this);

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
