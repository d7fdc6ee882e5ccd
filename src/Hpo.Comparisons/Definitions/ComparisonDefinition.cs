using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hpo.Studies.Wording;

namespace Hpo.Comparisons.Definitions;

/// <summary>Everything needed to compare methods, and to compare them again with the same result.</summary>
public sealed record ComparisonDefinition
{
    /// <summary>The version of this format that is written now.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    [JsonPropertyOrder(-1)]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The comparison's name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Whether time is simulated, or the methods race by the clock.</summary>
    public ComparisonKind Kind { get; init; }

    /// <summary>What is minimised: keys of the catalog's objectives, each with its default space.</summary>
    public required ImmutableArray<string> Objectives { get; init; }

    /// <summary>What is compared.</summary>
    public required ImmutableArray<MethodDefinition> Methods { get; init; }

    /// <summary>How often every method is run on every objective, each time with another seed.</summary>
    public int Repetitions { get; init; } = 10;

    /// <summary>What a repetition may spend.</summary>
    public required ComparisonBudget Budget { get; init; }

    /// <summary>The number of epochs of a full evaluation; null for the objective's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxEpochs { get; init; }

    /// <summary>The number of trials a method runs at the same time.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>How much simulated time a decision takes; a race goes by the clock and has no use for it.</summary>
    public DecisionTimeDefinition DecisionTime { get; init; } = DecisionTimeDefinition.Usual;

    /// <summary>Determines the seeds of all repetitions.</summary>
    public long Seed { get; init; }

    /// <summary>What every method of a repetition tries first.</summary>
    public FirstConfiguration FirstConfiguration { get; init; }

    /// <summary>How many results a complete comparison has.</summary>
    [JsonIgnore]
    public int TotalResults => Objectives.Length * Methods.Length * Repetitions;

    /// <summary>Whether running it again gives exactly the same results.</summary>
    [JsonIgnore]
    public bool RepeatsExactly => Kind == ComparisonKind.Simulated && DecisionTime.Kind != DecisionTimeKind.Measured;

    /// <summary>The same with names that turn no text around them.</summary>
    public ComparisonDefinition WithPlainNames() => DirectionMarks.AreIn(Name) || Methods.Any(method => DirectionMarks.AreIn(method.Name))
        ? this with { Name = DirectionMarks.Without(Name), Methods = [.. Methods.Select(method => method with { Name = DirectionMarks.Without(method.Name) })] }
        : this;
}
