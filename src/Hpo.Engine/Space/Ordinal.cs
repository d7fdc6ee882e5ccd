namespace Hpo.Engine.Space;

/// <summary>A choice between values whose order means something: neighbours in the list are alike.</summary>
public sealed record Ordinal : FiniteDomain
{
    /// <summary>A choice between the values, which are all different, from the first to the last.</summary>
    public Ordinal(params IEnumerable<ParameterValue> values)
        : base(values)
    {
    }
}
