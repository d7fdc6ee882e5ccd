using System.Collections.Concurrent;
using Hpo.Dashboard.Live;

namespace Hpo.Dashboard.Tests.Live;

/// <summary>The studies that a test puts here.</summary>
internal sealed class ScriptedSource : IStudySource
{
    public ConcurrentDictionary<string, IWatchedStudy> Studies { get; } = new();

    public IWatchedStudy? Find(string id) => Studies.GetValueOrDefault(id);
}
