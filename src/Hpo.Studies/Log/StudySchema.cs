using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Log;

/// <summary>
/// The versions of the database of studies, and how each becomes the next. A file says its version in SQLite's <c>user_version</c>; one of an earlier version is
/// brought to the present one when it is opened, all steps or none.
/// </summary>
internal static class StudySchema
{
    private const string Tables = """
        CREATE TABLE study (
            id TEXT NOT NULL PRIMARY KEY,
            created_at TEXT NOT NULL,
            definition TEXT NOT NULL
        ) STRICT;
        CREATE TABLE event (
            study_id TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE,
            sequence INTEGER NOT NULL,
            type TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (study_id, sequence)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>The event studyResumed, and eventsSinceDecision in trialResumed and trialEnded: nothing stored changes, but programs of version 1 cannot read it.</summary>
    private const string Resumption = "";

    /// <summary>
    /// Whose a study is and what people say about it; the lease of the process that runs it, and what other processes ask of that one;
    /// a study as one line of a list as of one of its events, which spares reading all of them. Events of steering (a study paused, trials added) come with this
    /// version too.
    /// </summary>
    private const string Sharing = """
        ALTER TABLE study ADD COLUMN owner TEXT NOT NULL DEFAULT '';
        ALTER TABLE study ADD COLUMN notes TEXT NOT NULL DEFAULT '';
        ALTER TABLE study ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE study ADD COLUMN deleted_at TEXT;
        ALTER TABLE study ADD COLUMN watch_code TEXT;
        CREATE UNIQUE INDEX study_watch_code ON study (watch_code);
        CREATE TABLE trial_note (
            study_id TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE,
            trial_id INTEGER NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (study_id, trial_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE lease (
            study_id TEXT NOT NULL PRIMARY KEY REFERENCES study (id) ON DELETE CASCADE,
            process TEXT NOT NULL,
            token INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE request (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            study_id TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE,
            asker TEXT NOT NULL,
            command TEXT NOT NULL,
            answer TEXT
        ) STRICT;
        CREATE TABLE summary (
            study_id TEXT NOT NULL PRIMARY KEY REFERENCES study (id) ON DELETE CASCADE,
            sequence INTEGER NOT NULL,
            body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>The event checkpointLost, and eventsSinceDecision in trialStarted: nothing stored changes, but programs of version 3 cannot read it.</summary>
    private const string LostCheckpoints = "";

    /// <summary>The name that a study was given since it was started.</summary>
    private const string Renaming = "ALTER TABLE study ADD COLUMN name TEXT NOT NULL DEFAULT '';";

    /// <summary>The event trialLost, and trace in trialEnded: nothing stored changes, but programs of version 5 cannot read it.</summary>
    private const string LostTrials = "";

    /// <summary>The statements that lead from each version to the next, beginning with an empty file, version 0.</summary>
    private static readonly string[] Steps = [Tables, Resumption, Sharing, LostCheckpoints, Renaming, LostTrials];

    /// <summary>The version that is written now.</summary>
    public static int Version => Steps.Length;

    /// <summary>Brings a file to the present version.</summary>
    /// <param name="connection">A connection to it.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="InvalidDataException">The file is of a later version.</exception>
    public static void Migrate(SqliteConnection connection, string path)
    {
        if (VersionOf(connection, path) == Version)
            return;
        using var transaction = connection.BeginTransaction();
        // another process may have been faster
        foreach (var step in Steps.Skip(VersionOf(connection, path)).Where(step => step.Length > 0))
            DatabaseFile.Execute(connection, step);
        DatabaseFile.Execute(connection, $"PRAGMA user_version = {Version}");
        transaction.Commit();
    }

    private static int VersionOf(SqliteConnection connection, string path)
    {
        using var command = DatabaseFile.Command(connection, "PRAGMA user_version");
        var version = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        return version <= Version
            ? version
            : throw new InvalidDataException(
                $"{path} was written by a later version of this program (schema {version}; this one knows {Version}): open it with that version. Nothing in it was changed.");
    }
}
