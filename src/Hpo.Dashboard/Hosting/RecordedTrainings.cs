using Hpo.Engine.Objectives.Recorded;
using Hpo.Studies.Catalog;
using Hpo.Training.Recordings;

namespace Hpo.Dashboard.Hosting;

/// <summary>Real trainings that were recorded, so that a study of hours takes a moment.</summary>
internal static class RecordedTrainings
{
    private const string Heading = "Recorded trainings";

    public static IEnumerable<ObjectiveEntry> Entries =>
    [
        Entry("recorded-lenet", "Recorded LeNet", "The LeNet on Fashion-MNIST without the wait: nothing is trained.", () => RecordedTables.LeNet),
    ];

    private static ObjectiveEntry Entry(string type, string name, string explanation, Func<LearningCurveTable> table) =>
        new(type, name, explanation, _ => new RecordedObjective(table())) { Group = Heading, Measured = () => table().HeldOutError.InWords() };
}
