using Hpo.Dashboard.Tests.Space;
using Hpo.Engine.Space;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Tests.Form;

/// <summary>A catalog with two objectives that differ in everything the form follows.</summary>
internal static class Catalogs
{
    public static ConfigSpace BowlSpace { get; } = new(("x", new Uniform(-1, 1)));

    public static Configuration BowlInitial { get; } = new(("x", 0.5));

    public static StudyCatalog Create() => new(
    [
        new ObjectiveEntry("valley", "Valley", "A valley.", _ => new ValleyObjective("Valley", Spaces.LeNet, Spaces.Initial, 10)),
        new ObjectiveEntry("bowl", "Bowl", "A bowl, without epochs.", _ => new ValleyObjective("Bowl", BowlSpace, BowlInitial, 1)),
        new ObjectiveEntry("recorded", "Recorded bowl", "A bowl from a table.", _ => new ValleyObjective("Recorded bowl", BowlSpace, BowlInitial, 1) { Simulated = true }),
    ]);
}
