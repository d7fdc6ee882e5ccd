using Hpo.Dashboard.Live;
using Hpo.Engine.Tuning;
using Hpo.Figures.Studies;
using Hpo.Studies.Log;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Tests.Live;

/// <summary>A study whose events the test publishes; it keeps the last few for viewers that lag.</summary>
internal sealed class ScriptedStudy(int recent = int.MaxValue) : IWatchedStudy
{
    private readonly Lock _gate = new();
    private readonly List<LoggedEvent<StudyEvent>> _log = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Owner { get; init; } = "";

    public int Workers { get; init; } = 3;

    public ObjectiveFacts Objective { get; init; } = new("validation error", null, true);

    public StudySnapshot Snapshot { get; private set; } = StudySnapshot.Empty;

    public TimeSpan ElapsedNow => Snapshot.Elapsed;

    public string? LogFailure { get; set; }

    public void Publish(params IEnumerable<StudyEvent> events)
    {
        lock (_gate)
        {
            foreach (var studyEvent in events)
            {
                var logged = new LoggedEvent<StudyEvent>(_log.Count + 1, studyEvent);
                _log.Add(logged);
                Snapshot = Snapshot.Apply(logged);
            }

            _changed.SetResult();
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public IReadOnlyList<LoggedEvent<StudyEvent>>? EventsAfter(long sequence)
    {
        lock (_gate)
            return sequence > _log.Count || _log.Count - sequence > recent ? null : _log[(int)sequence..];
    }

    public Task WaitForChangeAsync(long afterSequence, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Snapshot.Sequence > afterSequence ? Task.CompletedTask : _changed.Task.WaitAsync(cancellationToken);
    }
}
