using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Log;

/// <summary>Tells cheaply whether anybody, this process included, has written to a database.</summary>
/// <param name="file">The database.</param>
internal sealed class ChangeWatch(DatabaseFile file) : IDisposable
{
    private readonly Lock _gate = new();
    private SqliteConnection? _connection;
    private long _version;
    private bool _isClosed;

    /// <summary>A number that is another one after every change.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public long Version
    {
        get
        {
            lock (_gate)
                return _isClosed ? _version : _version = Read();
        }
    }

    /// <summary>Closes its connection.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            _connection?.Dispose();
        }
    }

    private long Read()
    {
        try
        {
            // SQLite counts, for each connection, the transactions of all others
            _connection ??= file.Open();
            return file.Try(() =>
            {
                using var command = DatabaseFile.Command(_connection, "PRAGMA data_version");
                return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
            });
        }
        catch
        {
            _connection?.Dispose();
            _connection = null;
            throw;
        }
    }
}
