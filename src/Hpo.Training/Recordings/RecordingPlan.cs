using Hpo.Engine.Objectives;
using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers.Sobol;
using Hpo.Engine.Space;

namespace Hpo.Training.Recordings;

/// <summary>What is to be recorded, and in which order. It determines every training, so that a recording that was stopped can go on where it was.</summary>
/// <param name="Objective">The key of what is trained.</param>
/// <param name="Space">Where the configurations come from: a scrambled Sobol sequence after the default configuration, so that those recorded so far always cover the space evenly.</param>
/// <param name="Default">The first configuration.</param>
/// <param name="Configurations">The number of configurations.</param>
/// <param name="RepeatedConfigurations">How many of them, the first, are trained <paramref name="Replicates"/> times, so that the noise is known.</param>
/// <param name="Replicates">The number of trainings of a repeated configuration.</param>
/// <param name="Epochs">The number of epochs of each training.</param>
/// <param name="Seed">The seed of the configurations and of the trainings.</param>
public sealed record RecordingPlan(
    string Objective, ConfigSpace Space, Configuration Default, int Configurations, int RepeatedConfigurations, int Replicates, int Epochs, long Seed)
{
    /// <summary>A plan for an objective, over its own space.</summary>
    public static RecordingPlan For(
        string key, Objective objective, int configurations, int repeatedConfigurations, int replicates, int epochs, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return new(key, objective.DefaultSpace, objective.DefaultConfiguration, configurations, repeatedConfigurations, replicates, epochs, seed);
    }

    /// <summary>The trainings in order: each configuration once, then the replicates.</summary>
    public IEnumerable<PlannedRun> Runs()
    {
        var searcher = new SobolSearcher(Space, [Default], Seed);
        var configurations = Enumerable.Range(0, Configurations).Select(index => searcher.SampleConfiguration(index)!.Configuration).ToList();
        return
            from replicate in Enumerable.Range(0, Math.Max(Replicates, 1))
            from index in Enumerable.Range(0, replicate == 0 ? Configurations : Math.Min(RepeatedConfigurations, Configurations))
            select new PlannedRun(index, replicate, configurations[index], RandomStream.DeriveSeed(Seed, index, $"recording, replicate {replicate}"));
    }
}
