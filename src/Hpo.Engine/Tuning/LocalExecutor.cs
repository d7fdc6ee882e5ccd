using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;

namespace Hpo.Engine.Tuning;

/// <summary>Runs trials in this process, on the thread of the worker that asks.</summary>
/// <param name="objective">
/// What is evaluated by now. When it becomes another object, such as one for fewer threads, trials that run go on with that one after their epoch, from a
/// checkpoint if the objective has them; what is computed must not depend on it.
/// </param>
public sealed class LocalExecutor(Func<Objective> objective) : IExecutor
{
    /// <summary>Evaluates one objective.</summary>
    /// <param name="objective">What is evaluated.</param>
    public LocalExecutor(Objective objective)
        : this(() => objective)
    {
    }

    /// <inheritdoc/>
    public byte[]? Execute(EvaluationRequest request, Func<int, double, Verdict> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(report);
        var current = objective();
        var evaluation = current.Start(request);
        try
        {
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

                if (evaluation.Epoch < request.MaxEpochs && current.HasCheckpoints && objective() is var next && next != current)
                    (current, evaluation) = (next, GoOnWith(next, evaluation, request));
            }

            return null;
        }
        finally
        {
            evaluation.Dispose();
        }
    }

    private static IEvaluation GoOnWith(Objective next, IEvaluation evaluation, EvaluationRequest request)
    {
        var continued = next.Start(request with { Checkpoint = evaluation.SaveCheckpoint() });
        evaluation.Dispose();
        return continued;
    }
}
