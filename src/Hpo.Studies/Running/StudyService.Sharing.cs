using Hpo.Studies.Views;

namespace Hpo.Studies.Running;

/// <content>What a queue needs to know in order to share the cores.</content>
public sealed partial class StudyService
{
    /// <summary>Which studies, and whose, run in this process, and with how many workers: none while a study is paused.</summary>
    public IReadOnlyList<(string Id, string Owner, int Workers)> RunningHere =>
        [.. _running.Keys.Select(Find).OfType<LiveStudy>().Select(study => (study.Id, study.Owner, Workers(study)))];

    private static int Workers(LiveStudy study) => study.Snapshot.Status == StudyStatus.Paused ? 0 : study.Snapshot.WorkersAsked(study.Definition);
}
