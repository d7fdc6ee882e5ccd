using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Log;

/// <summary>
/// An SQLite file that holds logs. What a piece of work has returned from writing is on the disk (write-ahead log, synchronous = FULL). Several
/// processes may use the file: one at a time writes, and the others wait for it; nobody waits in order to read.
/// </summary>
public sealed class DatabaseFile
{
    /// <summary>What the file in a data folder is called.</summary>
    public const string Name = "studies.db";

    /// <summary>How long a writer waits for others, in milliseconds.</summary>
    private const int Patience = 10_000;

    private readonly string _connectionString;

    /// <summary>Opens a file, or makes one.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <exception cref="InvalidDataException">The file is not a database.</exception>
    /// <exception cref="IOException">The file cannot be opened or written.</exception>
    public DatabaseFile(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path, ForeignKeys = true }.ToString();
        Use(connection => Execute(connection, "PRAGMA journal_mode = WAL"));
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Does a piece of work on a connection of its own, and puts SQLite's errors into words.</summary>
    /// <exception cref="InvalidDataException">The file is not a database, or it is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public T Use<T>(Func<SqliteConnection, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Try(() =>
        {
            using var connection = Open(_connectionString);
            return work(connection);
        });
    }

    /// <summary>A connection to keep, for what must see the file again and again.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal SqliteConnection Open() => Try(() => Open(_connectionString + ";Pooling=False"));

    /// <summary>Does something with a connection, and puts SQLite's errors into words.</summary>
    /// <exception cref="InvalidDataException">The file is not a database, or it is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    internal T Try<T>(Func<T> work)
    {
        const int busy = 5, notADatabase = 26, corrupt = 11, full = 13, readOnly = 8, inputOutput = 10, cannotOpen = 14;
        try
        {
            return work();
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is notADatabase or corrupt)
        {
            throw new InvalidDataException($"{Path} is not a database of studies, or it is damaged: {exception.Message}", exception);
        }
        catch (SqliteException exception)
        {
            var what = exception.SqliteErrorCode switch
            {
                full => "The disk is full",
                readOnly => "The file may not be written",
                busy => "Another process has been writing to it for too long",
                inputOutput => "The disk is full or does not work",
                cannotOpen => "The file cannot be opened, or nothing may be written beside it",
                _ => exception.Message,
            };
            throw new IOException($"{Path} could not be used: {what}.", exception);
        }
    }

    /// <summary>The rows of a query.</summary>
    public static IEnumerable<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params (string Name, object Value)[] parameters)
    {
        ArgumentNullException.ThrowIfNull(read);
        using var command = Command(connection, sql, parameters);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return read(reader);
    }

    /// <summary>Runs a statement; returns the number of rows it changed.</summary>
    public static int Execute(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>A statement with its parameters.</summary>
    public static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            // SQLite waits in small steps; the library around it, left alone, in steps of 150 ms
            Execute(connection, $"PRAGMA busy_timeout = {Patience}; PRAGMA synchronous = FULL");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
