namespace Hpo.Dashboard.Access;

/// <summary>Why somebody was not let in.</summary>
public enum EnterProblem
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The token is none of ours.</summary>
    Wrong,

    /// <summary>Too many wrong tokens came from the same address.</summary>
    Often,

    /// <summary>The form was not ours, or too old.</summary>
    Form,
}
