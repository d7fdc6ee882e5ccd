namespace Hpo.Engine.Searchers;

/// <summary>The parameters of a <see cref="LocalSearcher"/>.</summary>
public sealed record LocalOptions
{
    /// <summary>The probability of a step from the best configuration instead of a random draw, from 0 to 1 (the book's <c>probab_local</c>).</summary>
    public double ProbabilityLocal { get; init; } = 0.5;

    /// <summary>How many trials are drawn at random first, at least 0; initial configurations count (the book's <c>num_init_random</c>).</summary>
    public int RandomInitial { get; init; } = 5;
}
