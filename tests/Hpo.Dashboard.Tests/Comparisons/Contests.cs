using Hpo.Comparisons.Definitions;
using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Tests.Comparisons;

/// <summary>A catalog and definitions for comparisons that are over in an instant.</summary>
internal static class Contests
{
    public static StudyCatalog Catalog() => new(
    [
        new ObjectiveEntry("real", "Real network", "It trains.", _ => new Branin()),
        new ObjectiveEntry("branin", "Branin", "Three valleys.", _ => new Branin()) { Group = "Test functions", CreateSimulated = () => new Branin() },
        new ObjectiveEntry("hartmann-6", "Hartmann, 6 variables", "Six valleys.", _ => new Hartmann6()) { Group = "Test functions", CreateSimulated = () => new Hartmann6() },
    ]);

    public static ComparisonDefinition Small(int repetitions = 3, int trials = 4) => new()
    {
        Name = "Two searchers",
        Objectives = ["branin"],
        Methods = [new("Random search", new("random"), new("fifo")), new("Local search", new("local"), new("fifo"))],
        Repetitions = repetitions,
        Budget = new(Trials: trials),
    };
}
