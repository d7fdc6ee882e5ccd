namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>What may be set in <see cref="GpSearcher"/>.</summary>
public sealed record GpOptions
{
    /// <summary>How many trials must have reported before a model is made, at least 1.</summary>
    public int StartupTrials { get; init; } = 10;
}
