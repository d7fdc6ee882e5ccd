using Hpo.Engine.Objectives;
using Hpo.Engine.Objectives.Recorded;
using Hpo.Studies.Catalog;
using Hpo.Training.Recordings;

namespace Hpo.Dashboard.Hosting;

/// <summary>Real trainings that were recorded, so that a study of hours takes a moment.</summary>
internal static class RecordedTrainings
{
    private const string Heading = "Recorded trainings";

    /// <summary>Slow enough that a study can be watched, fast enough for a hundred trials.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    public static IEnumerable<ObjectiveEntry> Entries =>
    [
        Entry("recorded-lenet", "Recorded LeNet", "The LeNet on Fashion-MNIST, replayed at twenty epochs a second.", () => RecordedTables.LeNet),
    ];

    private static ObjectiveEntry Entry(string type, string name, string explanation, Func<LearningCurveTable> table) =>
        new(type, name, explanation, _ => new PacedObjective(new RecordedObjective(table()), Pace))
        {
            Group = Heading,
            CreateSimulated = () => new RecordedObjective(table()),
            Measured = () => table().HeldOutError.InWords(),
        };
}
