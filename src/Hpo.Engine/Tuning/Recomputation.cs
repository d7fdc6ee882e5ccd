using Hpo.Engine.Schedulers;

namespace Hpo.Engine.Tuning;

/// <summary>What is computed a second time, because the result is gone: it has been reported and judged, and is not again.</summary>
/// <param name="UntilEpoch">The last epoch that was reported.</param>
/// <param name="Pending">What was decided at that epoch and had not been carried out; null for nothing.</param>
internal sealed record Recomputation(int UntilEpoch, Verdict? Pending);
