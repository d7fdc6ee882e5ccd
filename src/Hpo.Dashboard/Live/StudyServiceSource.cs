using Hpo.Engine.Tuning;
using Hpo.Figures.Studies;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Live;

/// <summary>The studies of this dashboard.</summary>
public sealed class StudyServiceSource(StudyService studies) : IStudySource
{
    /// <inheritdoc/>
    public IWatchedStudy? Find(string id) => studies.Find(id) is { } study ? new Watched(study, ObjectiveFacts.Of(studies.Catalog.Objectives.Find(study.Definition.Objective.Type))) : null;

    // a record: equal to another around the same study
    private sealed record Watched(LiveStudy Study, ObjectiveFacts Objective) : IWatchedStudy
    {
        public string Owner => Study.Owner;

        public int Workers => Study.Definition.Workers;

        public StudySnapshot Snapshot => Study.Snapshot;

        public TimeSpan ElapsedNow => Study.ElapsedNow;

        public string? LogFailure => Study.LogFailure;

        public IReadOnlyList<LoggedEvent<StudyEvent>>? EventsAfter(long sequence) => Study.EventsAfter(sequence);

        public Task WaitForChangeAsync(long afterSequence, CancellationToken cancellationToken) =>
            Study.WaitForChangeAsync(afterSequence, cancellationToken);
    }
}
