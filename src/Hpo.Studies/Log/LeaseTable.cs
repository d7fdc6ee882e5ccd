using Microsoft.Data.Sqlite;

namespace Hpo.Studies.Log;

/// <summary>
/// The leases of one kind of log, as parts of transactions. A lease ends in the transaction that writes the end of its run, or with its process; the row stays, so that the next
/// lease has a larger token.
/// </summary>
/// <param name="tables">Where they are.</param>
internal sealed class LeaseTable(LogTables tables)
{
    /// <summary>The process of a lease that nobody has.</summary>
    private const string Nobody = "";

    /// <summary>The process that has the lease of a log; null for none.</summary>
    public string? Holder(SqliteConnection connection, string logId) => DatabaseFile.Rows(
        connection, $"SELECT process FROM {tables.Lease} WHERE {tables.Key} = $id", row => row.GetString(0), ("$id", logId)).ToList()
        is [var holder] && holder != Nobody ? holder : null;

    /// <summary>All leases that somebody else has.</summary>
    public List<(string LogId, string Process)> Others(SqliteConnection connection, string me) => DatabaseFile.Rows(
        connection,
        $"SELECT {tables.Key}, process FROM {tables.Lease} WHERE process <> '' AND process <> $me",
        row => (row.GetString(0), row.GetString(1)),
        ("$me", me)).ToList();

    /// <summary>Takes the lease of a log from whoever had it; returns its token.</summary>
    public long Take(SqliteConnection connection, string logId, string process) => DatabaseFile.Rows(
        connection,
        $"""
        INSERT INTO {tables.Lease} ({tables.Key}, process, token) VALUES ($id, $process, 1)
        ON CONFLICT ({tables.Key}) DO UPDATE SET process = $process, token = token + 1 RETURNING token
        """,
        row => row.GetInt64(0),
        ("$id", logId),
        ("$process", process)).ToList()[0];

    /// <summary>Refuses what a run writes that has lost its lease.</summary>
    /// <exception cref="IOException">It has.</exception>
    public void Check(SqliteConnection connection, Lease lease)
    {
        if (!DatabaseFile.Rows(
            connection,
            $"SELECT 1 FROM {tables.Lease} WHERE {tables.Key} = $id AND process = $process AND token = $token",
            _ => true,
            ("$id", lease.LogId),
            ("$process", lease.Process),
            ("$token", lease.Token)).Any())
            throw new IOException($"Another process has taken over the {tables.Noun}: this one may not write to its log any more.");
    }

    /// <summary>Stores the lease of a new log.</summary>
    public void Add(SqliteConnection connection, Lease lease) => DatabaseFile.Execute(
        connection,
        $"INSERT INTO {tables.Lease} ({tables.Key}, process, token) VALUES ($id, $process, $token)",
        ("$id", lease.LogId),
        ("$process", lease.Process),
        ("$token", lease.Token));

    /// <summary>Gives a lease back; one that was lost stays as it is.</summary>
    public int Release(SqliteConnection connection, Lease lease) => DatabaseFile.Execute(
        connection,
        $"UPDATE {tables.Lease} SET process = '' WHERE {tables.Key} = $id AND process = $process AND token = $token",
        ("$id", lease.LogId),
        ("$process", lease.Process),
        ("$token", lease.Token));

    /// <summary>Frees a log of whoever had it.</summary>
    public int Free(SqliteConnection connection, string logId) =>
        DatabaseFile.Execute(connection, $"UPDATE {tables.Lease} SET process = '' WHERE {tables.Key} = $id", ("$id", logId));
}
