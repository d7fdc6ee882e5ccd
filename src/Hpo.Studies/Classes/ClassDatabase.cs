using Hpo.Studies.Definitions;
using Hpo.Studies.Log;

namespace Hpo.Studies.Classes;

/// <summary>The file that holds a class: who takes part, which studies wait, and whether students may start any. The studies themselves are with all others.</summary>
public sealed class ClassDatabase
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS person (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE UNIQUE) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS queued (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            owner TEXT NOT NULL,
            definition TEXT NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS open (yes INTEGER NOT NULL PRIMARY KEY) STRICT;
        PRAGMA user_version = 1;
        """;

    private readonly DatabaseFile _file;

    /// <summary>Opens a file, or makes one.</summary>
    /// <exception cref="IOException">The file cannot be opened or written.</exception>
    /// <exception cref="InvalidDataException">The file is not a database.</exception>
    public ClassDatabase(string path)
    {
        _file = new DatabaseFile(path);
        _file.Use(connection => DatabaseFile.Execute(connection, Tables));
    }

    /// <summary>Whether students may start studies.</summary>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public bool IsOpen
    {
        get => _file.Use(connection => DatabaseFile.Rows(connection, "SELECT yes FROM open", row => row.GetInt64(0)).Any());
        set => _file.Use(connection => DatabaseFile.Execute(connection, value ? "INSERT OR IGNORE INTO open (yes) VALUES (1)" : "DELETE FROM open"));
    }

    /// <summary>All who take part.</summary>
    public IReadOnlyList<Person> People() => _file.Use(connection =>
        DatabaseFile.Rows(connection, "SELECT id, name FROM person", row => new Person(row.GetString(0), row.GetString(1))).ToList());

    /// <summary>Takes somebody in, unless somebody else has the name.</summary>
    public bool TryAdd(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return _file.Use(connection => DatabaseFile.Execute(
            connection, "INSERT OR IGNORE INTO person (id, name) VALUES ($id, $name)", ("$id", person.Id), ("$name", person.Name))) == 1;
    }

    /// <summary>The studies that wait, and those that have had their turn and not come to their end, in order of arrival.</summary>
    public IReadOnlyList<QueuedStudy> Queued() => _file.Use(connection => DatabaseFile.Rows(
        connection,
        "SELECT number, id, owner, definition FROM queued ORDER BY number",
        row => new QueuedStudy(row.GetInt64(0), row.GetString(1), row.GetString(2), StudyDefinitionJson.Read(row.GetString(3)))).ToList());

    /// <summary>Lets a study wait, behind all others.</summary>
    /// <returns>Its place in the order of arrival.</returns>
    public long Enqueue(string id, string owner, StudyDefinition definition) => _file.Use(connection =>
    {
        using var command = DatabaseFile.Command(
            connection,
            "INSERT OR REPLACE INTO queued (id, owner, definition) VALUES ($id, $owner, $definition) RETURNING number",
            ("$id", id),
            ("$owner", owner),
            ("$definition", StudyDefinitionJson.Write(definition)));
        return (long)command.ExecuteScalar()!;
    });

    /// <summary>Lets a study wait no longer. Returns false when it did not.</summary>
    public bool Remove(string id) => _file.Use(connection => DatabaseFile.Execute(connection, "DELETE FROM queued WHERE id = $id", ("$id", id))) == 1;
}
