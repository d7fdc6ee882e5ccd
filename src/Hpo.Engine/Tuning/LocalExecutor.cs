using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;

namespace Hpo.Engine.Tuning;

/// <summary>Runs trials in this process, each on a thread below normal priority, so that a web server beside them stays responsive.</summary>
/// <param name="objective">
/// What is evaluated by now. When it becomes another object, such as one for fewer threads, trials that run go on with that one after their epoch, from a
/// checkpoint if the objective has them; what is computed must not depend on it.
/// </param>
public sealed class LocalExecutor(Func<Objective> objective) : IExecutor
{
    private readonly BackgroundThreads _threads = new("trial");

    /// <summary>Evaluates one objective.</summary>
    /// <param name="objective">What is evaluated.</param>
    public LocalExecutor(Objective objective)
        : this(() => objective)
    {
    }

    /// <inheritdoc/>
    public Task<AttemptEnd> RunAsync(EvaluationRequest request, Func<int, double, ValueTask<Verdict>> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(report);
        var end = new TaskCompletionSource<AttemptEnd>();
        _threads.Begin(() =>
        {
            try
            {
                var result = Run(request, report, cancellationToken);
                return () => end.SetResult(result);
            }
            catch (Exception exception)
            {
                return () => end.SetException(exception);
            }
        });
        return end.Task;
    }

    private AttemptEnd Run(EvaluationRequest request, Func<int, double, ValueTask<Verdict>> report, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var current = objective();
            return Run(current, Begin(current, request), request, report, cancellationToken);
        }
        catch (UnusableCheckpointException exception) when (request.Checkpoint is not null)
        {
            return new AttemptEnd.CheckpointRefused(exception.Message);
        }
    }

    /// <summary>Nothing is computed yet: whatever it throws, the checkpoint is to blame if there is one, or else it is thrown again without.</summary>
    private static IEvaluation Begin(Objective objective, EvaluationRequest request)
    {
        try
        {
            return objective.Start(request);
        }
        catch (Exception exception) when (request.Checkpoint is not null && exception is not OperationCanceledException)
        {
            throw new UnusableCheckpointException(exception.Message, exception);
        }
    }

    private AttemptEnd Run(
        Objective current, IEvaluation evaluation, EvaluationRequest request, Func<int, double, ValueTask<Verdict>> report, CancellationToken cancellationToken)
    {
        try
        {
            while (evaluation.Epoch < request.MaxEpochs)
            {
                var error = evaluation.RunEpoch(cancellationToken);
                // an objective that does not look at the token within its epoch is ended after it, and a late error does not count
                cancellationToken.ThrowIfCancellationRequested();
                switch (Answer(report(evaluation.Epoch, error)).Kind)
                {
                    case VerdictKind.Pause: return new AttemptEnd.Paused(evaluation.SaveCheckpoint());
                    case VerdictKind.Stop: return new AttemptEnd.Done();
                }

                if (evaluation.Epoch < request.MaxEpochs && current.HasCheckpoints && objective() is var next && next != current)
                    (current, evaluation) = (next, GoOnWith(next, evaluation, request));
            }

            return new AttemptEnd.Done();
        }
        finally
        {
            evaluation.Dispose();
        }
    }

    /// <summary>The thread is the trial's own: it may as well wait as long as the study is paused.</summary>
    private static Verdict Answer(ValueTask<Verdict> verdict) => verdict.IsCompletedSuccessfully ? verdict.Result : verdict.AsTask().GetAwaiter().GetResult();

    private static IEvaluation GoOnWith(Objective next, IEvaluation evaluation, EvaluationRequest request)
    {
        var continued = next.Start(request with { Checkpoint = evaluation.SaveCheckpoint() });
        evaluation.Dispose();
        return continued;
    }
}
