using Hpo.Engine.Space;

namespace Hpo.Engine.TestKit;

public static class TestSpaces
{
    /// <summary>One real number between 0 and 1.</summary>
    public static ConfigSpace Line { get; } = new(("x", new Uniform(0, 1)));

    /// <summary>The chapter's space.</summary>
    public static ConfigSpace Chapter { get; } = new(("learning_rate", new LogUniform(0.01, 1)), ("batch_size", new RandInt(32, 256)));

    public static Configuration At(double x) => new(("x", x));

    public static double X(this Configuration configuration) => configuration["x"].AsReal();
}
