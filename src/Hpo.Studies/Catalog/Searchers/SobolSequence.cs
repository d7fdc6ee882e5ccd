using Hpo.Engine.Searchers.Sobol;

namespace Hpo.Studies.Catalog.Searchers;

/// <summary>The Sobol sequence, as people choose it.</summary>
internal static class SobolSequence
{
    /// <summary>What people choose it by.</summary>
    public static SearcherEntry Entry => new(
        "sobol",
        "Sobol sequence",
        "Fills the space evenly with a scrambled sequence of points that keep their distance. "
        + "Like random search it does not learn, but it leaves no gaps.",
        (study, _) => new SobolSearcher(study.Space, study.InitialConfigurations, study.Seed))
    {
        Code = ComponentCode.Of<SobolSearcher>("space, initial, seed"),
        Paper = new("Joe and Kuo", 2008, "Constructing Sobol sequences with better two-dimensional projections"),
    };
}
