namespace Hpo.Dashboard.Models.Studies;

/// <summary>How a status is meant: it chooses the colour, which only repeats what icon and word say.</summary>
public enum StatusTone
{
    /// <summary>Nothing to act on.</summary>
    Quiet,

    /// <summary>It is going on now.</summary>
    Active,

    /// <summary>It came to the end that was wanted.</summary>
    Good,

    /// <summary>It ended before its end, by somebody's or something's decision.</summary>
    Cut,

    /// <summary>It went wrong.</summary>
    Bad,
}
