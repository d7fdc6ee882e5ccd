namespace Hpo.Comparisons.Running;

/// <summary>Where a comparison stands.</summary>
public enum ComparisonStatus
{
    /// <summary>Its repetitions run.</summary>
    Running,

    /// <summary>It has ended; the outcome says how.</summary>
    Ended,
}
