using Hpo.Engine.Space;

namespace Hpo.Engine.TestKit;

/// <summary>Domains of every kind, ordinary ones and those at the edges of what is allowed.</summary>
public static class SoundDomains
{
    public const double HugeReal = 1e308;

    public static readonly Domain[] All =
    [
        new Uniform(0, 1),
        new Uniform(-3.5, 2.25),
        new Uniform(-HugeReal, HugeReal),
        new Uniform(1e6, 1e6 + 1),
        new Uniform(0, double.Epsilon),
        new Uniform(0, 1, 0.1),
        new Uniform(0.1, 0.3, 0.2),
        new Uniform(0, 0.95, 0.05),
        new Uniform(-1, 1, 0.3),
        new Uniform(0.1234567890123454, 0.9876543210987656, 0.1),
        new Uniform(1e-30, 1, 0.25),
        new Uniform(0, 1, 1e-9),
        new Uniform(-1e12, 1e12, 0.5),
        new LogUniform(0.01, 1),
        new LogUniform(1e-8, 1e8),
        new LogUniform(double.Epsilon, double.MaxValue),
        new LogUniform(1, 1.0000000000000002),
        new ReverseLogUniform(0, 0.999),
        new ReverseLogUniform(0.5, 0.99999),
        new RandInt(32, 256),
        new RandInt(-5, 6),
        new RandInt(7, 8),
        new RandInt(8, 1025, 8),
        new RandInt(0, 10, 4),
        new RandInt(-ParameterValue.MaxInteger, -ParameterValue.MaxInteger + 11),
        new RandInt(ParameterValue.MaxInteger - 10, ParameterValue.MaxInteger),
        new RandInt(-ParameterValue.MaxInteger, ParameterValue.MaxInteger, 16),
        new RandInt(0, 1L << 50),
        new LogRandInt(1, 2),
        new LogRandInt(1, 1001),
        new LogRandInt(8, 1025),
        new LogRandInt(1, 1_000_000_000_000),
        new LogRandInt(999_999_999_000, 1_000_000_000_000),
        new Choice("relu", "sigmoid", "tanh"),
        new Choice(1, 2.5, "three", true, false),
        new Ordinal(16, 32, 64, 128),
        new Ordinal("small", "medium", "large"),
        new Constant(0.1),
        new Constant("sgd"),
    ];

    public static TheoryData<string> Names => [.. All.Select(domain => domain.ToString())];

    public static Domain Named(string name) => All.Single(domain => domain.ToString() == name);
}
