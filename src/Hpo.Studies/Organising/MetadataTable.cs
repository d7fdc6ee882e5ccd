using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hpo.Studies.Log;
using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Organising;

/// <summary>Where the database keeps what people say about studies: columns of <c>study</c>, and the table <c>trial_note</c>.</summary>
internal sealed class MetadataTable(DatabaseFile file)
{
    /// <summary>What is said about all studies of which something is said; those that were deleted included.</summary>
    public ImmutableDictionary<string, StudyMetadata> ReadAll() => file.Use(connection => Rows(
        connection,
        "SELECT id, notes, tags, name FROM study WHERE notes <> '' OR tags <> '[]' OR name <> ''",
        row => KeyValuePair.Create(row.GetString(0), new StudyMetadata(row.GetString(1), ReadTags(row.GetString(2))) { Name = row.GetString(3) })).ToImmutableDictionary());

    /// <summary>The studies that were deleted and are still there, the last one first.</summary>
    public ImmutableArray<DeletedStudy> ReadDeleted() => file.Use(connection => Rows(
        connection,
        "SELECT id, CASE name WHEN '' THEN json_extract(definition, '$.name') ELSE name END, owner, deleted_at FROM study WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id",
        row => new DeletedStudy(row.GetString(0), row.GetString(1), row.GetString(2), DateTimeOffset.Parse(row.GetString(3), CultureInfo.InvariantCulture)))
        .ToImmutableArray());

    /// <summary>The notes on the trials of a study, by trial.</summary>
    public ImmutableSortedDictionary<int, string> ReadTrialNotes(string id) => file.Use(connection => Rows(
        connection,
        "SELECT trial_id, text FROM trial_note WHERE study_id = $id",
        row => KeyValuePair.Create(row.GetInt32(0), row.GetString(1)),
        ("$id", id)).ToImmutableSortedDictionary());

    public bool WriteNotes(string id, string notes) => Change("UPDATE study SET notes = $notes WHERE id = $id AND deleted_at IS NULL", ("$id", id), ("$notes", notes));

    public bool WriteTags(string id, ImmutableArray<string> tags) => Change(
        "UPDATE study SET tags = $tags WHERE id = $id AND deleted_at IS NULL", ("$id", id), ("$tags", JsonSerializer.Serialize(tags)));

    public bool WriteName(string id, string name) => Change("UPDATE study SET name = $name WHERE id = $id AND deleted_at IS NULL", ("$id", id), ("$name", name));

    /// <summary>Writes a note on a trial; an empty one removes it.</summary>
    public bool WriteTrialNote(string id, int trial, string text) => text.Length == 0
        ? Change("DELETE FROM trial_note WHERE study_id = $id AND trial_id = $trial", ("$id", id), ("$trial", trial))
        : Change(
            """
            INSERT INTO trial_note (study_id, trial_id, text)
            SELECT id, $trial, $text FROM study WHERE id = $id AND deleted_at IS NULL
            ON CONFLICT DO UPDATE SET text = excluded.text
            """,
            ("$id", id),
            ("$trial", trial),
            ("$text", text));

    /// <summary>Writes what is said about a study that is being stored, as part of its transaction.</summary>
    public static void Write(SqliteConnection connection, string id, StudyMetadata metadata, ImmutableSortedDictionary<int, string> trialNotes)
    {
        DatabaseFile.Execute(
            connection,
            "UPDATE study SET notes = $notes, tags = $tags WHERE id = $id",
            ("$id", id),
            ("$notes", metadata.Notes),
            ("$tags", JsonSerializer.Serialize(metadata.Tags)));
        foreach (var (trial, text) in trialNotes)
            DatabaseFile.Execute(connection, "INSERT INTO trial_note (study_id, trial_id, text) VALUES ($id, $trial, $text)", ("$id", id), ("$trial", trial), ("$text", text));
    }

    public bool MarkDeleted(string id, DateTimeOffset at) =>
        Change("UPDATE study SET deleted_at = $at WHERE id = $id AND deleted_at IS NULL", ("$id", id), ("$at", Write(at)));

    public bool Restore(string id) => Change("UPDATE study SET deleted_at = NULL WHERE id = $id AND deleted_at IS NOT NULL", ("$id", id));

    /// <summary>Removes a study with its events and notes, if it was deleted no later than a time.</summary>
    public bool Remove(string id, DateTimeOffset deletedUntil) =>
        Change("DELETE FROM study WHERE id = $id AND deleted_at <= $until", ("$id", id), ("$until", Write(deletedUntil)));

    private bool Change(string sql, params (string Name, object Value)[] parameters) =>
        file.Use(connection => DatabaseFile.Execute(connection, sql, parameters)) > 0;

    private static List<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = DatabaseFile.Command(connection, sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>UTC, so that texts are in the order of times.</summary>
    private static string Write(DateTimeOffset time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static ImmutableArray<string> ReadTags(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ImmutableArray<string>>(json) is { IsDefault: false } tags ? tags : [];
        }
        catch (JsonException)
        {
            // another program wrote something else there: the study matters more
            return [];
        }
    }
}
