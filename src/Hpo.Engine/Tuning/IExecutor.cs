using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;

namespace Hpo.Engine.Tuning;

/// <summary>
/// Where trials run: threads of this process, another program, other machines. A configuration, a seed and perhaps a checkpoint go in; reports, a checkpoint
/// and how it ended come out. Nothing else is shared, and nobody waits on a thread for it: what takes time is a task.
/// </summary>
public interface IExecutor
{
    /// <summary>
    /// Starts an attempt at a trial and returns at once. It may be called on any thread, and up to as many attempts as the study has workers run at the same
    /// time; there is at most one at a trial.
    /// </summary>
    /// <param name="request">What to evaluate; <see cref="EvaluationRequest.Attempt"/> tells this attempt from earlier ones at the same trial.</param>
    /// <param name="report">
    /// Takes the number of epochs done and the error after each epoch, in order, one at a time and on any thread, and answers what becomes of the trial. The
    /// answer keeps the trial waiting as long as the study is paused. It throws <see cref="OperationCanceledException"/> when the trial is to end, or when the
    /// attempt is over.
    /// </param>
    /// <param name="cancellationToken">Ends the attempt within an epoch's step.</param>
    /// <returns>
    /// How the attempt ended; faulted when the objective failed, cancelled when the token was. Until it completes, the trial's worker is taken. What the tuner does
    /// next takes time: when the task is completed on a thread below normal priority (<see cref="BackgroundPriority"/>) it is done there, and otherwise
    /// on threads of the tuner's own.
    /// </returns>
    Task<AttemptEnd> RunAsync(EvaluationRequest request, Func<int, double, ValueTask<Verdict>> report, CancellationToken cancellationToken);
}
