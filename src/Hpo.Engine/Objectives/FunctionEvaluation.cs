namespace Hpo.Engine.Objectives;

/// <summary>The evaluation of a plain function: every epoch computes it anew, and there is nothing to save.</summary>
/// <param name="name">The objective's name, for messages.</param>
/// <param name="function">The function at the configuration under evaluation.</param>
internal sealed class FunctionEvaluation(string name, Func<double> function) : IEvaluation
{
    public int Epoch { get; private set; }

    public double RunEpoch(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var error = function();
        Epoch++;
        return error;
    }

    public byte[] SaveCheckpoint() => throw new NotSupportedException($"{name} has no checkpoints.");

    public void Dispose()
    {
    }
}
