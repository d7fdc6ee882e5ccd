using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Tests.Objectives;

public class FunctionObjectiveTests
{
    private readonly FunctionObjective _objective = new("square", TestSpaces.Line, TestSpaces.At(0.5), configuration => configuration.X() * configuration.X());

    [Fact]
    public void It_evaluates_the_function()
    {
        using var evaluation = _objective.Start(new EvaluationRequest(0, TestSpaces.At(0.3), 0, 1));
        Assert.Equal(0, evaluation.Epoch);
        Assert.Equal(0.09, evaluation.RunEpoch(CancellationToken.None), 1e-12);
        Assert.Equal(1, evaluation.Epoch);
    }

    [Fact]
    public void It_has_one_epoch_and_no_checkpoints()
    {
        Assert.Equal(1, _objective.DefaultMaxEpochs);
        Assert.False(_objective.HasEpochs);
        Assert.False(_objective.HasCheckpoints);
        using var evaluation = _objective.Start(new EvaluationRequest(0, TestSpaces.At(0.3), 0, 1));
        Assert.Equal("square has no checkpoints.", Assert.Throws<NotSupportedException>(evaluation.SaveCheckpoint).Message);
    }

    [Fact]
    public void It_obeys_cancellation()
    {
        using var evaluation = _objective.Start(new EvaluationRequest(0, TestSpaces.At(0.3), 0, 1));
        Assert.Throws<OperationCanceledException>(() => evaluation.RunEpoch(new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Its_default_configuration_has_to_lie_in_its_space()
    {
        Assert.Throws<InvalidInputException>(() => new FunctionObjective("f", TestSpaces.Line, TestSpaces.At(2), _ => 0));
        Assert.Equal(ParameterKind.Real, new FunctionObjective("f", TestSpaces.Line, new(("x", 1)), _ => 0).DefaultConfiguration["x"].Kind);
    }
}
