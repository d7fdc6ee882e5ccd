using Hpo.Engine.Tuning;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Log;

/// <summary>The kernel with studies in it.</summary>
public sealed class StudyLogTests : LogContract<LiveStudy, StudyEvent, StudySnapshot>
{
    protected override IReadOnlyList<StudyEvent> Story { get; } =
        [.. Events.Select(logged => logged.Event).Where(happened => happened is not StudyEnded), new StudyEnded(Seconds(10), StudyOutcome.Completed, "done")];

    protected override StudyEvent Resumed => new StudyResumed(Seconds(20), DateTimeOffset.UnixEpoch);

    protected override (EventLog<StudyEvent, StudySnapshot> Log, LiveLogs<LiveStudy, StudyEvent, StudySnapshot> Live) Open(string path)
    {
        var database = new StudyDatabase(path);
        return (database.Log, new LiveStudies(database, Components, TimeProvider.System));
    }

    protected override int Store(EventLog<StudyEvent, StudySnapshot> log, string id, Lease? lease)
    {
        new StudyDatabase(log.File.Path).Add(new StudyHeader(id, DateTimeOffset.UnixEpoch, Definition), lease);
        return 0;
    }
}
