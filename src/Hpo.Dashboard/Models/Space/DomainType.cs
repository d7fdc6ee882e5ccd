namespace Hpo.Dashboard.Models.Space;

/// <summary>The kinds of domain that can be picked in the form.</summary>
public enum DomainType
{
    Uniform,
    LogUniform,
    ReverseLogUniform,
    RandInt,
    LogRandInt,
    Choice,
    Ordinal,
    Constant,
}
