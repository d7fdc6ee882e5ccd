namespace Hpo.Dashboard.Access;

/// <summary>Why somebody cannot take part in the class.</summary>
public enum JoinProblem
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The presenter has not opened the class.</summary>
    Closed,

    /// <summary>The name cannot be one.</summary>
    Name,

    /// <summary>Somebody else has the name.</summary>
    Taken,

    /// <summary>Too many take part.</summary>
    Full,
}
