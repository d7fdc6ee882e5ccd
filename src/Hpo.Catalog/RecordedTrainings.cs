using Hpo.Engine.Objectives.Recorded;
using Hpo.Studies.Catalog;
using Hpo.Training.Recordings;

namespace Hpo.Catalog;

/// <summary>Real trainings that were recorded, so that a study of hours takes a moment: studies of them run in simulated time.</summary>
internal static class RecordedTrainings
{
    private const string Heading = "Recorded trainings";

    public static IEnumerable<ObjectiveEntry> Entries =>
    [
        Entry("recorded-lenet", "Recorded LeNet", "LeNet", () => RecordedTables.LeNet, "RecordedTables.LeNet"),
        Entry("recorded-dropout-mlp", "Recorded dropout MLP", "dropout MLP", () => RecordedTables.DropoutMlp, "RecordedTables.DropoutMlp"),
    ];

    private static ObjectiveEntry Entry(string type, string name, string network, Func<LearningCurveTable> table, string code) =>
        new(
            type,
            name,
            $"The {network} on Fashion-MNIST, replayed in simulated time: a study of hours takes a moment.",
            _ => new RecordedObjective(table()))
        {
            Group = Heading,
            Code = ComponentCode.Of<RecordedObjective>(code, typeof(RecordedTables)),
            CreateSimulated = () => new RecordedObjective(table()),
            Measured = () => table().HeldOutError.InWords(),
        };
}
