using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Sharing;

/// <summary>How a hall joins, beside the projected charts.</summary>
public sealed partial class ShareCorner
{
    /// <summary>The address to watch at; null when nothing is shared.</summary>
    [Parameter]
    public Uri? Address { get; set; }

    /// <summary>The code to watch with.</summary>
    [Parameter]
    public string? Code { get; set; }

    /// <summary>How many watch, in words.</summary>
    [Parameter]
    public string? Watching { get; set; }
}
