using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Forms;

/// <summary>A form's heading, and the way back to what it began with and forth again.</summary>
public sealed partial class FormHeading
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Whether there are entries to bring back.</summary>
    [Parameter]
    public bool HasSetAside { get; set; }

    /// <summary>Whether there are entries to set aside.</summary>
    [Parameter]
    public bool IsEdited { get; set; }

    /// <summary>What the form began with.</summary>
    [Parameter]
    public string Original { get; set; } = "example";

    [Parameter]
    public EventCallback OnBringBack { get; set; }

    [Parameter]
    public EventCallback OnSetAside { get; set; }
}
