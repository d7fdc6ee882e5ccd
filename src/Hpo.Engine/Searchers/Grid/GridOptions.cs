namespace Hpo.Engine.Searchers.Grid;

/// <summary>The parameters of a <see cref="GridSearcher"/>.</summary>
public sealed record GridOptions
{
    /// <summary>How many values of a range are tried, from 1 to 1,000; all of them where there are no more.</summary>
    public int Resolution { get; init; } = 5;

    /// <summary>Whether the points come in random order, which spreads a search that ends early; otherwise the last hyperparameter varies fastest.</summary>
    public bool Shuffled { get; init; } = true;
}
