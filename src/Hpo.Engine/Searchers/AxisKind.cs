namespace Hpo.Engine.Searchers;

/// <summary>What the positions on an axis of the unit cube stand for.</summary>
public enum AxisKind
{
    /// <summary>Every position is a value of its own.</summary>
    Continuous,

    /// <summary>The positions of a cell stand for the same value, and neighbouring cells for neighbouring values: integers, steps, ordinals.</summary>
    Grid,

    /// <summary>The positions of a cell stand for the same value, and the order of the cells means nothing.</summary>
    Categorical,
}
