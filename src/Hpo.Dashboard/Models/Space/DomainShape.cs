namespace Hpo.Dashboard.Models.Space;

/// <summary>Which fields a domain is written down with.</summary>
public enum DomainShape
{
    /// <summary>Two bounds and perhaps a step.</summary>
    Range,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>One value.</summary>
    Single,
}
