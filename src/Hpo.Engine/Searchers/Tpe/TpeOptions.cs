namespace Hpo.Engine.Searchers.Tpe;

/// <summary>The parameters of <see cref="TpeSearcher"/>.</summary>
public sealed record TpeOptions
{
    /// <summary>How many trials must have reported before the model is used, at least 1; configurations are random until then.</summary>
    public int StartupTrials { get; init; } = 10;

    /// <summary>How many candidates are drawn for each suggestion, at least 1.</summary>
    public int Candidates { get; init; } = 24;

    /// <summary>
    /// Whether all hyperparameters are modelled together, so that the search learns which values go with which; otherwise each is modelled
    /// by itself, as in the first paper.
    /// </summary>
    public bool Multivariate { get; init; } = true;
}
