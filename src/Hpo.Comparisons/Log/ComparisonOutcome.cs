namespace Hpo.Comparisons.Log;

/// <summary>How a comparison ended.</summary>
public enum ComparisonOutcome
{
    /// <summary>All results are there.</summary>
    Finished,

    /// <summary>A person cancelled it; it can go on.</summary>
    Cancelled,

    /// <summary>The program ended while it was running; it can go on.</summary>
    Interrupted,
}
