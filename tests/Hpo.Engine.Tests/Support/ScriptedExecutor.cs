using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Support;

/// <summary>An executor that does what the test says.</summary>
internal sealed class ScriptedExecutor(Func<EvaluationRequest, Func<int, double, Task<Verdict>>, Task<AttemptEnd>> run) : IExecutor
{
    public Task<AttemptEnd> RunAsync(EvaluationRequest request, Func<int, double, ValueTask<Verdict>> report, CancellationToken cancellationToken) =>
        run(request, (epoch, error) => report(epoch, error).AsTask());
}
