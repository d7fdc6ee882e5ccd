namespace Hpo.Comparisons.Definitions;

/// <summary>How much simulated time passes while a method decides what to run next.</summary>
public enum DecisionTimeKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>The same for every decision of every method, so that every machine draws the same picture.</summary>
    Fixed,

    /// <summary>As much as the decision took on this machine: the comparison cannot be repeated exactly.</summary>
    Measured,
}
