namespace Hpo.Engine.Space;

/// <summary>A hyperparameter that is kept at one value.</summary>
public sealed record Constant : FiniteDomain
{
    /// <summary>The domain of one value.</summary>
    public Constant(ParameterValue value)
        : base([value])
    {
    }

    /// <summary>The value.</summary>
    public ParameterValue Value => Values[0];
}
