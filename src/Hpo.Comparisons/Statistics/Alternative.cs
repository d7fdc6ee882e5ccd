namespace Hpo.Comparisons.Statistics;

/// <summary>What a test looks for beside "no difference".</summary>
public enum Alternative
{
    /// <summary>The differences lie below or above zero.</summary>
    TwoSided,

    /// <summary>The differences lie below zero.</summary>
    Less,

    /// <summary>The differences lie above zero.</summary>
    Greater,
}
