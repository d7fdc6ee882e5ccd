using Hpo.Engine.Tuning;
using Hpo.Studies.Running;
using Hpo.Studies.Views;

namespace Hpo.Studies.Log;

/// <summary>The logs of studies.</summary>
internal sealed class StudyLog : LogKind<StudyEvent, StudySnapshot>
{
    private StudyLog()
    {
    }

    /// <summary>The only one.</summary>
    public static StudyLog Kind { get; } = new();

    /// <inheritdoc/>
    public override LogTables Tables { get; } = new("study", "studies", "study", "study_id", "event", "lease", "request");

    /// <inheritdoc/>
    public override EventJson<StudyEvent> Json => StudyEventJson.Events;

    /// <inheritdoc/>
    public override Type End => typeof(StudyEnded);

    /// <inheritdoc/>
    public override StudySnapshot Empty => StudySnapshot.Empty;

    /// <inheritdoc/>
    public override StudySnapshot Fold(StudySnapshot? before, LoggedEvent<StudyEvent> logged) => (before ?? Empty).Apply(logged);

    /// <inheritdoc/>
    public override IReadOnlyList<StudyEvent> Interruption(StudySnapshot cut, DateTimeOffset now) => InterruptionRules.EventsAfter(cut);
}
