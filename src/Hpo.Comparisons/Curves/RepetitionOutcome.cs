namespace Hpo.Comparisons.Curves;

/// <summary>How a repetition ended.</summary>
public enum RepetitionOutcome
{
    /// <summary>It used its whole budget.</summary>
    Completed,

    /// <summary>It tried every configuration of a finite space before its budget was used; its incumbent stands to the end.</summary>
    Exhausted,

    /// <summary>Its searcher or scheduler failed.</summary>
    Failed,
}
