using Hpo.Engine.Objectives;
using Hpo.Engine.Objectives.Recorded;
using Hpo.Training.Recordings;

namespace Hpo.Training.Tests.Recordings;

/// <summary>Replaying as many trainings as were recorded, of the same configurations with other seeds, gives errors like theirs.</summary>
public class ReplayedErrorsTests
{
    private const int Seeds = 40;

    public static TheoryData<string> Tables => ["lenet", "dropout-mlp"];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Their_lowest_and_their_middle_are_those_of_the_recording(string key)
    {
        var table = key == "lenet" ? RecordedTables.LeNet : RecordedTables.DropoutMlp;
        double[][] replayed = [.. Enumerable.Range(0, Seeds).Select(seed => Replay(table, seed))];
        double[] recorded = [.. table.Curves.DistinctBy(curve => curve.Configuration).Select(curve => double.IsNaN(curve.Errors[^1]) ? 1 : curve.Errors[^1]).Order()];
        Assert.All([0, 5, 20, 60, 100], rank => Assert.InRange(replayed.Average(errors => errors[rank]), 0.92 * recorded[rank], 1.08 * recorded[rank]));
    }

    private static double[] Replay(LearningCurveTable table, int seed)
    {
        var objective = new RecordedObjective(table);
        return [.. table.Curves.Select(curve => curve.Configuration).Distinct().Select((configuration, trial) =>
        {
            using var evaluation = objective.Start(new EvaluationRequest(trial, configuration, seed, 1));
            var error = 1.0;
            for (var epoch = 0; epoch < table.Description.Epochs; epoch++)
                error = evaluation.RunEpoch(CancellationToken.None);
            return double.IsNaN(error) ? 1 : error;
        }).Order()];
    }
}
