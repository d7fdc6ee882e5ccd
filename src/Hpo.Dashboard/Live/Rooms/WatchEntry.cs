namespace Hpo.Dashboard.Live.Rooms;

/// <summary>What a code leads to.</summary>
/// <param name="Code">The code, as it is stored; null when nothing can be watched.</param>
/// <param name="What">What is watched; null as well then.</param>
/// <param name="Refusal">Why nothing can be watched, in a sentence; null when all is well.</param>
/// <param name="Status">The status of a page that says so.</param>
public sealed record WatchEntry(string? Code, Watched? What, string? Refusal, int Status)
{
    /// <summary>What was typed cannot be a code.</summary>
    public static WatchEntry NoCode { get; } =
        new(null, null, "A code has six letters or digits, such as K7M QX4.", StatusCodes.Status404NotFound);

    /// <summary>Nothing is shared under the code.</summary>
    public static WatchEntry Unknown { get; } =
        new(null, null, "Nothing is shared under this code. It may be mistyped, or the presenter has stopped sharing.", StatusCodes.Status404NotFound);

    /// <summary>Very many wrong codes come from the same address at the moment: nothing was looked up.</summary>
    public static WatchEntry TooMany { get; } =
        new(null, null, "Very many wrong codes come from your address at the moment. This page tries again by itself.", StatusCodes.Status429TooManyRequests);

    /// <summary>Whether the same code may be let in a moment later.</summary>
    public bool IsPassing => Status == StatusCodes.Status429TooManyRequests;
}
