using System.Globalization;

namespace Hpo.Engine.Searchers.CmaEs;

/// <summary>
/// When a run is over (criteria after Auger and Hansen, <i>A restart CMA evolution strategy with increasing population size</i>, CEC 2005,
/// all unaffected by a monotone transformation of the errors): the samples differ too little on every continuous axis, the ellipsoid is too thin
/// for the arithmetic, the best error has not improved for 10 + ⌈30 d/λ⌉ generations, or all trials of a generation failed.
/// </summary>
internal sealed class RestartRule(int dimensions, int population)
{
    /// <summary>A millionth of a range: closer together, no two configurations make a difference to a training.</summary>
    private const double SmallestDeviation = 1e-6;

    private const double LargestCondition = 1e14;

    private Member? _best;
    private int _generationsSinceBest;

    /// <summary>For how many generations the best error may stay the same.</summary>
    public int Patience { get; } = 10 + (int)Math.Ceiling(30.0 * dimensions / population);

    /// <summary>Looks at a generation and the distribution it has led to.</summary>
    /// <param name="ranked">The generation, the best first.</param>
    /// <param name="gaussian">The new distribution; null without numeric axes.</param>
    /// <returns>Why the run is over, in words; null when it goes on.</returns>
    public string? Check(IReadOnlyList<Member> ranked, GaussianDistribution? gaussian)
    {
        var first = ranked[0];
        if (first.Failed)
            return "all trials of a generation failed";
        _generationsSinceBest = _best is { } best && !first.IsBetterThan(best) ? _generationsSinceBest + 1 : 0;
        if (_generationsSinceBest == 0)
            _best = first;
        if (gaussian?.LargestContinuousDeviation < SmallestDeviation)
            return string.Create(CultureInfo.InvariantCulture, $"the samples differed by less than {SmallestDeviation:0.######} of every range");
        if (gaussian?.Condition > LargestCondition)
            return "the distribution had become too thin";
        return _generationsSinceBest >= Patience ? $"the best error had not improved for {Patience} generations" : null;
    }
}
