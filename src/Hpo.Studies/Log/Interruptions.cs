using System.Collections.Concurrent;

namespace Hpo.Studies.Log;

/// <summary>Ends logs as interrupted whose processes have vanished, or whose runs could not be written.</summary>
/// <param name="log">The logs.</param>
/// <param name="leases">Who runs what.</param>
/// <param name="time">The clock.</param>
internal sealed class Interruptions<TEvent, TSnapshot>(EventLog<TEvent, TSnapshot> log, Leases leases, TimeProvider time)
    where TEvent : class
    where TSnapshot : class, ILogSnapshot
{
    /// <summary>Those that cannot be read: nothing is written behind what cannot be read.</summary>
    private readonly ConcurrentDictionary<string, bool> _unreadable = new();

    /// <summary>Ends the logs that another process left behind when it ended.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    public void CloseOrphans()
    {
        foreach (var id in leases.Orphans().Where(id => !_unreadable.ContainsKey(id)))
            Close(id);
    }

    /// <summary>Ends a log, unless it has ended or another process runs it. Of several processes that try, one does it.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Close(string logId)
    {
        if (leases.IsElsewhere(logId))
            return;
        // outside the transaction: nobody should wait while a long log is read
        if (TryRead(logId) is not { } cut)
            return;
        log.File.Use(connection =>
        {
            using var transaction = connection.BeginTransaction();
            if (leases.IsElsewhere(connection, logId) || log.Last(connection, logId) != cut.Sequence)
                return false;
            if (!cut.HasEnded)
            {
                var events = log.Kind.Interruption(cut, time.GetUtcNow());
                log.Append(connection, events.Select((logged, i) => new PendingEvent<TEvent>(logId, new LoggedEvent<TEvent>(cut.Sequence + 1 + i, logged))));
            }

            log.Leases.Free(connection, logId);
            transaction.Commit();
            return true;
        });
    }

    private TSnapshot? TryRead(string logId)
    {
        try
        {
            if (log.Kind.Fold(null, log.Read(logId)) is { } cut)
                return cut;
        }
        catch (InvalidDataException)
        {
            // whoever looks at it is told so
        }

        _unreadable[logId] = true;
        return null;
    }
}
