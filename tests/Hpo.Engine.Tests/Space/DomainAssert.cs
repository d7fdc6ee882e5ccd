using Hpo.Engine.Randomness;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Support;

namespace Hpo.Engine.Tests.Space;

internal static class DomainAssert
{
    private const int Draws = 20_000;

    public static void AssertProblem(Domain domain, string path, string message)
    {
        var problem = Assert.Single(domain.Problems());
        Assert.Equal(path, problem.Path);
        Assert.Equal(message, problem.Message);
    }

    /// <summary>Kolmogorov–Smirnov: draws, encoded, are uniform.</summary>
    public static void AssertUniformWhenEncoded(Domain domain) =>
        Assert.InRange(Statistics.UniformPValue(Sample(domain).Select(domain.Encode)), Statistics.Doubtful, 1);

    /// <summary>Kolmogorov–Smirnov: draws, put through the distribution function that the documentation promises, are uniform.</summary>
    public static void AssertUniform(Domain domain, Func<double, double> distribution) =>
        Assert.InRange(Statistics.UniformPValue(Sample(domain).Select(value => distribution(value.AsReal()))), Statistics.Doubtful, 1);

    /// <summary>Chi-square: exactly these values are drawn, each as often as the others.</summary>
    public static void AssertEquallyProbable(Domain domain, IReadOnlyList<ParameterValue> values) =>
        AssertProbable(domain, values, [.. values.Select(_ => 1.0 / values.Count)]);

    /// <summary>Chi-square: exactly these values are drawn, with these probabilities.</summary>
    public static void AssertProbable(Domain domain, IReadOnlyList<ParameterValue> values, IReadOnlyList<double> probabilities)
    {
        var counts = Sample(domain).GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count());
        Assert.Empty(counts.Keys.Except(values));
        Assert.Empty(values.Except(counts.Keys));
        if (values.Count > 1)
            Assert.InRange(Statistics.ChiSquarePValue([.. values.Select(value => counts[value])], probabilities), Statistics.Doubtful, 1);
    }

    private static List<ParameterValue> Sample(Domain domain)
    {
        var random = RandomStream.Derive(2024, 0, domain.ToString());
        return Enumerable.Range(0, Draws).Select(_ => domain.Sample(random)).ToList();
    }
}
