using Hpo.Comparisons.Running;
using Hpo.Studies.Log;

namespace Hpo.Comparisons.Log;

/// <summary>The logs of comparisons.</summary>
internal sealed class ComparisonLog : LogKind<ComparisonEvent, ComparisonSnapshot>
{
    private ComparisonLog()
    {
    }

    /// <summary>The only one.</summary>
    public static ComparisonLog Kind { get; } = new();

    /// <inheritdoc/>
    public override LogTables Tables { get; } =
        new("comparison", "comparisons", "comparison", "comparison_id", "comparison_event", "comparison_lease", "comparison_request");

    /// <inheritdoc/>
    public override EventJson<ComparisonEvent> Json => ComparisonEventJson.Events;

    /// <inheritdoc/>
    public override Type End => typeof(ComparisonEnded);

    /// <inheritdoc/>
    public override IReadOnlyList<Type> Asides { get; } = [typeof(ComparisonRenamed)];

    /// <inheritdoc/>
    public override ComparisonSnapshot Fold(ComparisonSnapshot? before, LoggedEvent<ComparisonEvent> logged) =>
        before is null ? ComparisonFold.Fold([logged]) : before.Apply([logged]);

    /// <inheritdoc/>
    public override IReadOnlyList<ComparisonEvent> Interruption(ComparisonSnapshot cut, DateTimeOffset now) =>
        [new ComparisonEnded(now, ComparisonOutcome.Interrupted, EndingRules.Interrupted)];
}
