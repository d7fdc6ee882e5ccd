using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hpo.Engine.Space;
using Hpo.Studies.Wording;

namespace Hpo.Studies.Definitions;

/// <summary>Everything needed to run a study, and to run it again.</summary>
public sealed record StudyDefinition
{
    /// <summary>The version of this format that is written now.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    [JsonPropertyOrder(-1)]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The study's name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>What is minimised.</summary>
    public required ComponentDefinition Objective { get; init; }

    /// <summary>Where configurations are looked for.</summary>
    public required ConfigSpace Space { get; init; }

    /// <summary>What is tried first, in order.</summary>
    public ImmutableArray<Configuration> InitialConfigurations { get; init; } = [];

    /// <summary>Suggests configurations.</summary>
    public required ComponentDefinition Searcher { get; init; }

    /// <summary>Gives trials to workers, and decides how long they run.</summary>
    public required ComponentDefinition Scheduler { get; init; }

    /// <summary>When the study ends.</summary>
    public required StopCriteria Stop { get; init; }

    /// <summary>The number of trials that run at the same time.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>The number of epochs of a full evaluation.</summary>
    public int MaxEpochs { get; init; } = 1;

    /// <summary>Ends a trial that runs longer than this; null for no limit.</summary>
    public double? TrialTimeoutSeconds { get; init; }

    /// <summary>Determines everything random in the study.</summary>
    public long Seed { get; init; }

    /// <summary>What the searcher learns of earlier studies before it begins; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WarmStart? WarmStart { get; init; }

    /// <summary>The study that this one was made from; null for none. Nothing depends on it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StudyReference? ClonedFrom { get; init; }

    /// <summary>The same with at most so much time; null for no other limit than its own.</summary>
    public StudyDefinition Within(TimeSpan? timeLimit) => timeLimit is not { TotalSeconds: var most } || Stop.TimeLimitSeconds <= most
        ? this
        : this with { Stop = Stop with { TimeLimitSeconds = most } };

    /// <summary>The same with names that turn no text around them.</summary>
    public StudyDefinition WithPlainNames() =>
        (ClonedFrom is { Name: var origin } && DirectionMarks.AreIn(origin)) || DirectionMarks.AreIn(Name)
            ? this with { Name = DirectionMarks.Without(Name), ClonedFrom = ClonedFrom is null ? null : ClonedFrom with { Name = DirectionMarks.Without(ClonedFrom.Name) } }
            : this;
}
