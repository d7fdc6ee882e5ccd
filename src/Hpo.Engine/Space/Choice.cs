namespace Hpo.Engine.Space;

/// <summary>A choice between values without an order (categories), such as the name of an activation function.</summary>
public sealed record Choice : FiniteDomain
{
    /// <summary>A choice between the values, which are all different.</summary>
    public Choice(params IEnumerable<ParameterValue> values)
        : base(values)
    {
    }

    /// <inheritdoc/>
    public override bool IsOrdered => false;
}
