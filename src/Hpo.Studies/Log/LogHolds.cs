using System.Collections.Concurrent;

namespace Hpo.Studies.Log;

/// <summary>Logs that are being resumed, deleted or closed in this process: one of these at a time for a log, and none for it holds up another.</summary>
internal sealed class LogHolds
{
    private readonly ConcurrentDictionary<string, bool> _held = new();

    /// <summary>Takes a log until the hold is disposed of; null when somebody has it.</summary>
    public IDisposable? TryTake(string id) => _held.TryAdd(id, true) ? new Hold(_held, id) : null;

    private sealed class Hold(ConcurrentDictionary<string, bool> held, string id) : IDisposable
    {
        public void Dispose() => held.TryRemove(id, out _);
    }
}
