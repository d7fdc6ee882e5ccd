using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Log;

/// <summary>
/// An SQLite file that holds logs. What a piece of work has returned from writing is on the disk (write-ahead log, synchronous = FULL).
/// </summary>
public sealed class DatabaseFile
{
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
        const int notADatabase = 26, corrupt = 11, full = 13, readOnly = 8, inputOutput = 10, cannotOpen = 14;
        try
        {
            using var connection = new SqliteConnection(_connectionString);
            connection.Open();
            Execute(connection, "PRAGMA synchronous = FULL");
            return work(connection);
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
                inputOutput => "The disk is full or does not work",
                cannotOpen => "The file cannot be opened, or nothing may be written beside it",
                _ => exception.Message,
            };
            throw new IOException($"{Path} could not be used: {what}.", exception);
        }
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
}
