namespace Hpo.EndToEnd.Tests.World;

/// <summary>How a page is looked at.</summary>
public sealed record View
{
    public static readonly View Laptop = new();
    public static readonly View Phone = new() { Width = 390, Height = 844 };
    public static readonly View SmallPhone = new() { Width = 360, Height = 640 };
    public static readonly View Projector = new() { Width = 1600, Height = 900 };

    public int Width { get; init; } = 1280;
    public int Height { get; init; } = 800;

    /// <summary>The theme chosen before: light, dark or system; null when none was ever chosen.</summary>
    public string? Theme { get; init; }

    public bool SystemIsDark { get; init; }
    public bool ReducedMotion { get; init; } = true;
}
