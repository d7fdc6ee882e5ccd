using Hpo.Engine.Objectives;

namespace Hpo.Studies.Catalog;

/// <summary>An objective a study can minimise.</summary>
/// <param name="Type">The key under which definitions name it.</param>
/// <param name="Name">The name a person reads.</param>
/// <param name="Explanation">What it does, in one or two plain sentences.</param>
/// <param name="Create">Makes the objective, given the number of threads each of its trials may use; data are loaded when the first trial starts.</param>
public sealed record ObjectiveEntry(string Type, string Name, string Explanation, Func<int, Objective> Create)
    : CatalogEntry(Type, Name, Explanation)
{
    /// <summary>An instance to ask for the default space and the like; no trial is run with it.</summary>
    public Objective Describe { get; } = Create(1);

    /// <summary>
    /// Makes the objective for simulated time: it computes at once and says how long its epochs take. Null for one that really has to run.
    /// </summary>
    public Func<Objective>? CreateSimulated { get; init; }

    /// <summary>The smallest possible error, where it is known.</summary>
    public double? KnownMinimum { get; init; }

    /// <summary>The heading it is listed under; null for those listed before all headings.</summary>
    public string? Group { get; init; }
}
