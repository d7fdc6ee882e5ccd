using System.Globalization;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Log;

/// <summary>
/// The SQLite file that holds studies: their definitions, and their events, which are only ever added. What a method has returned from
/// writing is on the disk (write-ahead log, synchronous = FULL).
/// </summary>
public sealed class StudyDatabase
{
    private readonly DatabaseFile _file;

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
    }

    /// <summary>The file, for what is kept beside the log.</summary>
    internal DatabaseFile File => _file;

    /// <summary>The file.</summary>
    public string Path => _file.Path;

    /// <summary>Stores a new study.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Add(StudyHeader study)
    {
        ArgumentNullException.ThrowIfNull(study);
        _file.Use(connection => DatabaseFile.Execute(
            connection,
            "INSERT INTO study (id, created_at, definition, owner) VALUES ($id, $createdAt, $definition, $owner)",
            ("$id", study.Id),
            ("$createdAt", study.CreatedAt.ToString("O", CultureInfo.InvariantCulture)),
            ("$definition", StudyDefinitionJson.Write(study.Definition)),
            ("$owner", study.Owner)));
    }

    /// <summary>All studies, the newest first.</summary>
    public IReadOnlyList<StudyHeader> List() => Headers("SELECT id, created_at, definition, owner FROM study ORDER BY created_at DESC, id");

    /// <summary>The study of an id; null when there is none.</summary>
    public StudyHeader? Find(string id) =>
        Headers("SELECT id, created_at, definition, owner FROM study WHERE id = $id", ("$id", id)).SingleOrDefault();

    /// <summary>The ids of studies whose last event, if they have any, does not end them.</summary>
    public IReadOnlyList<string> Unfinished() => _file.Use(connection =>
    {
        using var command = DatabaseFile.Command(
            connection,
            """
            SELECT id FROM study WHERE NOT EXISTS (
                SELECT 1 FROM event
                WHERE study_id = id AND type = $ended AND sequence = (SELECT max(sequence) FROM event WHERE study_id = id))
            """,
            ("$ended", StudyEventJson.TypeName(typeof(StudyEnded))));
        using var reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
            ids.Add(reader.GetString(0));
        return ids;
    });

    /// <summary>The events of a study after a sequence number, in order.</summary>
    public IReadOnlyList<LoggedEvent> Read(string studyId, long afterSequence = 0) => Read(studyId, afterSequence, long.MaxValue);

    private List<LoggedEvent> Read(string studyId, long afterSequence, long beforeSequence) => _file.Use(connection =>
    {
        using var command = DatabaseFile.Command(
            connection,
            "SELECT sequence, type, body FROM event WHERE study_id = $id AND sequence > $after AND sequence < $before ORDER BY sequence",
            ("$id", studyId),
            ("$after", afterSequence),
            ("$before", beforeSequence));
        using var reader = command.ExecuteReader();
        var events = new List<LoggedEvent>();
        while (reader.Read())
            events.Add(new LoggedEvent(reader.GetInt64(0), StudyEventJson.Read(reader.GetString(1), reader.GetString(2))));
        return events;
    });

    /// <summary>Adds events, all or none of them.</summary>
    /// <exception cref="IOException">They could not be written, or a sequence number is taken.</exception>
    public void Append(IReadOnlyList<PendingEvent> events) => _file.Use(connection =>
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
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
                headers.Add(new StudyHeader(
                    reader.GetString(0),
                    DateTimeOffset.Parse(reader.GetString(1), CultureInfo.InvariantCulture),
                    StudyDefinitionJson.Read(reader.GetString(2)),
                    reader.GetString(3)));
            }

            return headers;
        });
    }
}
