namespace Hpo.Engine.Space;

/// <summary>What sort of value a hyperparameter takes.</summary>
public enum ParameterKind
{
    /// <summary>A real number.</summary>
    Real,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A piece of text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,
}
