using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Definitions;
using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Comparisons.Tests;

/// <summary>Small comparisons that the tests share.</summary>
internal static class Samples
{
    public static readonly MethodDefinition RandomSearch = Method("Random search", "random");

    public static readonly MethodDefinition LocalSearch = Method("Local search", "local");

    public static readonly StudyCatalog Catalog = CatalogOf();

    public static readonly ComparisonDefinition Definition = new()
    {
        Name = "a small comparison",
        Objectives = ["curves"],
        Methods = [RandomSearch, LocalSearch],
        Repetitions = 3,
        Budget = new(Trials: 6),
        Seed = 7,
    };

    public static readonly ComparisonDefinition Race = Definition with { Kind = ComparisonKind.Race, Repetitions = 1 };

    public static MethodDefinition Method(string name, string searcher, string scheduler = "fifo") => new(name, new(searcher), new(scheduler));

    /// <summary>Synthetic curves, Branin, one that really runs, and others.</summary>
    public static StudyCatalog CatalogOf(params IEnumerable<ObjectiveEntry> others) => new(
    [
        Entry("curves", "Synthetic curves", () => new SyntheticCurve()),
        Entry("branin", "Branin", () => new Branin()),
        new ObjectiveEntry("real", "A real training", "For tests.", _ => new SyntheticCurve()),
        .. others,
    ]);

    public static ObjectiveEntry Entry(string type, string name, Func<Objective> create) =>
        new(type, name, "For tests.", _ => create()) { CreateSimulated = create };

    public static RepetitionResult Result(int method = 0, int repetition = 0, double error = 0.25) => new(
        0, method, repetition, [new(1.1, 1, 10, 0.5), new(3.3, 3, 30, error)], 6.6, 6, 60, 1, RepetitionOutcome.Completed);

    public static ComponentDefinition Component(string type, string parameter, double value) => new(type, new((parameter, value)));
}
