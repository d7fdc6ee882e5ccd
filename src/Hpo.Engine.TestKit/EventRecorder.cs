using Hpo.Engine.Tuning;

namespace Hpo.Engine.TestKit;

/// <summary>Keeps the events of a study and lets a test wait for one.</summary>
public sealed class EventRecorder
{
    private readonly object _gate = new();
    private readonly List<StudyEvent> _events = [];

    public IReadOnlyList<StudyEvent> All
    {
        get
        {
            lock (_gate)
                return [.. _events];
        }
    }

    public IReadOnlyList<T> Of<T>() => [.. All.OfType<T>()];

    public void Add(StudyEvent studyEvent)
    {
        lock (_gate)
        {
            _events.Add(studyEvent);
            Monitor.PulseAll(_gate);
        }
    }

    public void Await<T>(Func<T, bool> predicate)
    {
        lock (_gate)
            Patience.Await(_gate, () => _events.OfType<T>().Any(predicate), typeof(T).Name);
    }

    public void AwaitCount<T>(int count)
    {
        lock (_gate)
            Patience.Await(_gate, () => _events.OfType<T>().Count() >= count, $"{count} × {typeof(T).Name}");
    }
}
