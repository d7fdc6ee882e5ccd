using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Log;

/// <summary>Who runs what, as the database says.</summary>
/// <param name="file">The database.</param>
/// <param name="table">The leases of one kind of log.</param>
/// <param name="process">This process, and how to tell whether others live.</param>
internal sealed class Leases(DatabaseFile file, LeaseTable table, ProcessLock process)
{
    /// <summary>The lease of a log that is new, to be stored together with it.</summary>
    public Lease New(string logId) => new(logId, process.Name, 1);

    /// <summary>Takes the lease of a log; null when another process that lives has it.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public Lease? Take(string logId) => file.Use<Lease?>(connection =>
    {
        // a process that was suspended while it wrote keeps others from writing, and is to be told from one that lets its logs be taken
        if (IsElsewhere(connection, logId))
            return null;
        using var transaction = connection.BeginTransaction();
        if (IsElsewhere(connection, logId))
            return null;
        var token = table.Take(connection, logId, process.Name);
        transaction.Commit();
        return new Lease(logId, process.Name, token);
    });

    /// <summary>Gives a lease back; one that was lost stays as it is.</summary>
    public void TryRelease(Lease lease)
    {
        try
        {
            file.Use(connection => table.Release(connection, lease));
        }
        catch (IOException)
        {
            // it is given back when the log is closed, and ends with this process at the latest
        }
    }

    /// <summary>Whether another process runs a log.</summary>
    public bool IsElsewhere(string logId) => file.Use(connection => IsElsewhere(connection, logId));

    /// <summary>Whether another process that lives runs anything.</summary>
    public bool IsAnyElsewhere() => Others().Any(lease => process.IsAlive(lease.Process));

    /// <summary>The logs whose processes ended before they did.</summary>
    public IReadOnlyList<string> Orphans()
    {
        var dead = new Dictionary<string, bool>();
        return [.. Others().Where(lease => IsDead(lease.Process)).Select(lease => lease.LogId)];

        bool IsDead(string name) => dead.TryGetValue(name, out var isDead) ? isDead : dead[name] = !process.IsAlive(name);
    }

    /// <summary>As <see cref="IsElsewhere(string)"/>, as part of a transaction.</summary>
    public bool IsElsewhere(SqliteConnection connection, string logId) =>
        table.Holder(connection, logId) is { } holder && holder != process.Name && process.IsAlive(holder);

    private List<(string LogId, string Process)> Others() => file.Use(connection => table.Others(connection, process.Name));
}
