namespace Hpo.Comparisons.Definitions;

/// <summary>What a comparison's time is.</summary>
public enum ComparisonKind
{
    /// <summary>Simulated: the objectives say how long their epochs take, and hours pass in an instant.</summary>
    Simulated,

    /// <summary>The clock's: all methods run at once, in real time, with the same workers each.</summary>
    Race,
}
