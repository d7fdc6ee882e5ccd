using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Definitions;

namespace Hpo.Comparisons.Log;

/// <summary>Something that happened in a comparison. Everything shown, stored or exported is computed from the sequence of these.</summary>
public abstract record ComparisonEvent;

/// <summary>The comparison began; always its first event.</summary>
/// <param name="At">When.</param>
/// <param name="Definition">What it compares.</param>
/// <param name="Program">The version of this program.</param>
/// <param name="Runtime">The runtime and the kind of machine.</param>
/// <param name="OriginalId">The comparison it repeats; null when it repeats none.</param>
public sealed record ComparisonStarted(
    DateTimeOffset At, ComparisonDefinition Definition, string Program, string Runtime, string? OriginalId = null) : ComparisonEvent;

/// <summary>A person gave it another name.</summary>
/// <param name="Name">The new name.</param>
public sealed record ComparisonRenamed(string Name) : ComparisonEvent;

/// <summary>A comparison that had ended before all results were there goes on.</summary>
/// <param name="At">When.</param>
public sealed record ComparisonResumed(DateTimeOffset At) : ComparisonEvent;

/// <summary>A repetition of a method on an objective is over.</summary>
/// <param name="Result">Its incumbent curve and how it ended.</param>
/// <param name="ComputedSeconds">How long this machine computed, by the clock.</param>
public sealed record RepetitionFinished(RepetitionResult Result, double ComputedSeconds) : ComparisonEvent;

/// <summary>In a race, a method found a better configuration.</summary>
/// <param name="Objective">The objective's place, from 0.</param>
/// <param name="Method">The method's place, from 0.</param>
/// <param name="Repetition">The repetition, from 0.</param>
/// <param name="Step">What it found, and after how much had been spent.</param>
public sealed record IncumbentChanged(int Objective, int Method, int Repetition, IncumbentStep Step) : ComparisonEvent;

/// <summary>The comparison ended; unless it is resumed, only a new name may follow.</summary>
/// <param name="At">When.</param>
/// <param name="Outcome">How.</param>
/// <param name="Reason">In words.</param>
/// <param name="SameAsOriginal">Of a repeated comparison: whether all results are equal to the original's; null when that cannot be said.</param>
public sealed record ComparisonEnded(DateTimeOffset At, ComparisonOutcome Outcome, string Reason, bool? SameAsOriginal = null) : ComparisonEvent;
