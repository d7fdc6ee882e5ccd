using Hpo.Engine.Objectives;

namespace Hpo.Training.Torch.Tests.Objectives;

/// <summary>A training that is interrupted beside one that is not.</summary>
internal static class Paused
{
    /// <summary>Four epochs without a pause, and with one after the second: the same errors and the same checkpoint, bit for bit.</summary>
    public static void AssertGoesOn(Objective objective, EvaluationRequest request)
    {
        using var whole = objective.Start(request);
        var expected = Enumerable.Range(0, 4).Select(_ => whole.RunEpoch(CancellationToken.None)).ToArray();

        using var first = objective.Start(request);
        var errors = new List<double> { first.RunEpoch(CancellationToken.None), first.RunEpoch(CancellationToken.None) };
        using var second = objective.Start(request with { Checkpoint = first.SaveCheckpoint() });
        Assert.Equal(2, second.Epoch);
        errors.Add(second.RunEpoch(CancellationToken.None));
        errors.Add(second.RunEpoch(CancellationToken.None));
        Assert.Equal(expected, errors);
        Assert.Equal(whole.SaveCheckpoint(), second.SaveCheckpoint());
    }
}
