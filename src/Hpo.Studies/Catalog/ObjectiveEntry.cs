using Hpo.Engine.Objectives;
using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;

namespace Hpo.Studies.Catalog;

/// <summary>An objective a study can minimise.</summary>
/// <param name="Type">The key under which definitions name it.</param>
/// <param name="Name">The name a person reads.</param>
/// <param name="Explanation">What it does, in one or two plain sentences.</param>
/// <param name="Create">Makes the objective with the defaults of its parameters, given the number of threads each of its trials may use; data are loaded when the first trial starts.</param>
public sealed record ObjectiveEntry(string Type, string Name, string Explanation, Func<int, Objective> Create)
    : CatalogEntry(Type, Name, Explanation)
{
    private readonly Lazy<Objective> _describe = new(() => Create(1));

    /// <summary>An instance to ask for the default space and the like; no trial is run with it. It is made when it is first asked for.</summary>
    public Objective Describe => _describe.Value;

    /// <summary>What was measured about it, in words, found out when it is first asked for; null for nothing.</summary>
    public Func<string>? Measured { get; init; }

    /// <summary>How fast a study of it goes, in words, where it is held back for people to watch; null where it is not.</summary>
    public string? Pace { get; init; }

    /// <summary>What it does, what was measured about it, and how fast a study of it goes.</summary>
    public string FullExplanation => string.Join(' ', new[] { Explanation, Measured?.Invoke(), Pace }.OfType<string>());

    /// <summary>Makes the objective with its parameters set, given the number of threads as <see cref="Create"/> is; null for one that has none.</summary>
    public Func<int, ComponentSettings, Objective>? CreateSet { get; init; }

    /// <summary>Makes the objective of a study.</summary>
    /// <param name="definition">What the study says of it.</param>
    /// <param name="threads">The number of threads each of its trials may use.</param>
    /// <exception cref="InvalidInputException">There is no such parameter, or it cannot have its value.</exception>
    public Objective CreateFor(ComponentDefinition definition, int threads)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return CreateSet is null ? Create(threads) : CreateSet(threads, new ComponentSettings(this, definition.Parameters));
    }

    /// <summary>
    /// Makes the objective for simulated time: it computes at once and says how long its epochs take. Null for one that really has to run.
    /// </summary>
    public Func<Objective>? CreateSimulated { get; init; }

    /// <summary>Whether a study of it is run in simulated time.</summary>
    public bool IsSimulated => Describe.IsSimulated;

    /// <summary>The smallest possible error, where it is known.</summary>
    public double? KnownMinimum => Describe.KnownMinimum;

    /// <summary>The heading it is listed under; null for those listed before all headings.</summary>
    public string? Group { get; init; }
}
