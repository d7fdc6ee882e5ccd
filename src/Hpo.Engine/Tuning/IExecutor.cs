using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;

namespace Hpo.Engine.Tuning;

/// <summary>
/// Where trials run. A request goes in, an error comes out after each epoch, and the answer says whether to go on; nothing else is
/// shared, so that an implementation may put another process or machine behind it.
/// </summary>
public interface IExecutor
{
    /// <summary>Runs a trial until its last epoch, or until told to pause or stop. Called by one worker's thread, which it occupies.</summary>
    /// <param name="request">What to evaluate.</param>
    /// <param name="report">Takes the number of epochs done and the error, and answers what becomes of the trial.</param>
    /// <param name="cancellationToken">Ends the trial within an epoch's step.</param>
    /// <returns>A checkpoint if the last answer was to pause; otherwise null.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    byte[]? Execute(EvaluationRequest request, Func<int, double, Verdict> report, CancellationToken cancellationToken);
}
