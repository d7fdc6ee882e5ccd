namespace Hpo.Studies.Running;

/// <content>What a queue needs to know in order to share the cores.</content>
public sealed partial class StudyService
{
    /// <summary>Whose studies run in this process, and with how many workers.</summary>
    public IReadOnlyList<(string Owner, int Workers)> RunningHere =>
        [.. _running.Keys.Select(Find).OfType<LiveStudy>().Select(study => (study.Owner, study.Definition.Workers))];
}
