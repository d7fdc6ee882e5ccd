using System.Collections.Concurrent;

namespace Hpo.Studies.Running;

/// <summary>Studies that are being resumed, deleted or closed: one of these at a time for a study, and none for it holds up another study.</summary>
internal sealed class StudyHolds
{
    private readonly ConcurrentDictionary<string, bool> _held = new();

    /// <summary>Takes a study until the hold is disposed of; null when somebody has it.</summary>
    public IDisposable? TryTake(string id) => _held.TryAdd(id, true) ? new Hold(_held, id) : null;

    private sealed class Hold(ConcurrentDictionary<string, bool> held, string id) : IDisposable
    {
        public void Dispose() => held.TryRemove(id, out _);
    }
}
