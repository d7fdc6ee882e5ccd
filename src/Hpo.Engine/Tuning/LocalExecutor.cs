using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;

namespace Hpo.Engine.Tuning;

/// <summary>Runs trials in this process, on the thread of the worker that asks.</summary>
/// <param name="objective">What is evaluated.</param>
public sealed class LocalExecutor(Objective objective) : IExecutor
{
    /// <inheritdoc/>
    public byte[]? Execute(EvaluationRequest request, Func<int, double, Verdict> report, CancellationToken cancellationToken)
    {
        using var evaluation = objective.Start(request);
        while (evaluation.Epoch < request.MaxEpochs)
        {
            var error = evaluation.RunEpoch(cancellationToken);
            // an objective that does not look at the token within its epoch is ended after it, and a late error does not count
            cancellationToken.ThrowIfCancellationRequested();
            switch (report(evaluation.Epoch, error).Kind)
            {
                case VerdictKind.Pause: return evaluation.SaveCheckpoint();
                case VerdictKind.Stop: return null;
            }
        }

        return null;
    }
}
