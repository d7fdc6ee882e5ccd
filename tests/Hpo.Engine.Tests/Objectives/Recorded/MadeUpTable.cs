using Hpo.Engine.Objectives.Recorded;
using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers.Sobol;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Objectives.Recorded;

/// <summary>
/// A table whose truth is known: the error falls towards a floor that is lowest at a learning rate of 0.1, seeds multiply it by a number of standard deviation
/// <see cref="Noise"/>, and from a learning rate of <see cref="Cliff"/> on a training collapses at the third epoch.
/// </summary>
internal static class MadeUpTable
{
    public const double Noise = 0.05, Cliff = 0.5;
    public const int Epochs = 6;

    public static readonly ConfigSpace Space = new(("learning_rate", new LogUniform(0.01, 1)), ("batch_size", new RandInt(32, 256)));

    public static readonly Configuration Default = Of(0.1, 128);

    public static TableDescription Description { get; } = new("Made up", Space, Default, Epochs, 0.9, "A processor", "2026-11-25");

    public static Configuration Of(double learningRate, int batchSize) => new(("learning_rate", learningRate), ("batch_size", batchSize));

    public static bool Collapses(Configuration configuration) => configuration["learning_rate"].AsReal() >= Cliff;

    public static double Seconds(Configuration configuration) => 1 + (32 / configuration["batch_size"].AsReal());

    /// <summary>The median error after an epoch.</summary>
    public static double Error(Configuration configuration, int epoch)
    {
        var decades = Math.Log10(configuration["learning_rate"].AsReal() / 0.1);
        return epoch >= 3 && Collapses(configuration) ? 0.9 : 0.1 + (0.1 * decades * decades) + (0.4 * Math.Exp(-epoch));
    }

    public static LearningCurveTable Create(int configurations = 60, int repeated = 20, int replicates = 3, double noise = Noise) =>
        new(Description, Curves(configurations, repeated, replicates, noise));

    public static IEnumerable<LearningCurve> Curves(int configurations, int repeated, int replicates, double noise)
    {
        var searcher = new SobolSearcher(Space, [Default], 0);
        var all = Enumerable.Range(0, configurations).Select(i => searcher.SampleConfiguration(i)!.Configuration).ToList();
        return
            from i in Enumerable.Range(0, configurations)
            from replicate in Enumerable.Range(0, i < repeated ? replicates : 1)
            select Curve(all[i], RandomStream.Derive(replicate, i, "made up"), noise);
    }

    private static LearningCurve Curve(Configuration configuration, RandomStream random, double noise)
    {
        // the same for all epochs: a good seed is good throughout
        var luck = Math.Exp(noise * random.NextGaussian());
        var errors = Enumerable.Range(1, Epochs).Select(epoch => Error(configuration, epoch) is var error && error == 0.9 ? error : error * luck);
        return new(configuration, [.. errors], [.. Enumerable.Repeat(Seconds(configuration), Epochs)]);
    }
}
