using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Forms;

/// <summary>What will happen, and the one button that makes it happen: always in sight below a form.</summary>
public sealed partial class StartBar
{
    /// <summary>What will be started, in words; null while something is not right.</summary>
    [Parameter, EditorRequired]
    public string? Summary { get; set; }

    /// <summary>How many things are not right.</summary>
    [Parameter, EditorRequired]
    public int Problems { get; set; }

    /// <summary>Why nothing was started; null when nobody has tried in vain.</summary>
    [Parameter]
    public string? Failure { get; set; }

    [Parameter]
    public bool IsStarting { get; set; }

    [Parameter]
    public EventCallback OnStart { get; set; }

    [Parameter]
    public EventCallback OnShowProblem { get; set; }
}
