using System.Collections.Immutable;
using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;
using Hpo.Studies.Log;

namespace Hpo.Comparisons.Running;

/// <summary>A comparison as its log tells it, up to a sequence number. It does not change.</summary>
public sealed record ComparisonSnapshot : ILogSnapshot
{
    /// <summary>The number of the last event folded in.</summary>
    public required long Sequence { get; init; }

    /// <summary>What it compares, under the name it was started with.</summary>
    public required ComparisonDefinition Definition { get; init; }

    /// <summary>Its name by now.</summary>
    public required string Name { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The version of the program that started it.</summary>
    public required string Program { get; init; }

    /// <summary>The runtime and the kind of machine it was started on.</summary>
    public required string Runtime { get; init; }

    /// <summary>The comparison it repeats; null when it repeats none.</summary>
    public string? OriginalId { get; init; }

    /// <summary>When its repetitions began to run; later than <see cref="StartedAt"/> if it was resumed.</summary>
    public required DateTimeOffset RunningSince { get; init; }

    /// <summary>Where it stands.</summary>
    public ComparisonStatus Status { get; init; }

    /// <summary>How it ended; null while it runs.</summary>
    public ComparisonOutcome? Outcome { get; init; }

    /// <summary>The same in words.</summary>
    public string? OutcomeReason { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Of a repeated comparison that has finished: whether all results are equal to the original's; null when that cannot be said.</summary>
    public bool? SameAsOriginal { get; init; }

    /// <summary>The results there are, in the order in which they arrived.</summary>
    public ImmutableList<RepetitionResult> Results { get; init; } = [];

    /// <summary>The time computed so far for each method on each objective.</summary>
    public ImmutableDictionary<Cell, CellCost> Costs { get; init; } = ImmutableDictionary<Cell, CellCost>.Empty;

    /// <summary>In a race: the incumbent curves so far of methods that are running.</summary>
    public ImmutableDictionary<Lane, ImmutableList<IncumbentStep>> Racing { get; init; } = ImmutableDictionary<Lane, ImmutableList<IncumbentStep>>.Empty;

    /// <inheritdoc/>
    public bool HasEnded => Status == ComparisonStatus.Ended;

    /// <summary>Whether it can go on: it ended before all results were there.</summary>
    public bool CanResume => Status == ComparisonStatus.Ended && Outcome != ComparisonOutcome.Finished;
}
