using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Common;

/// <summary>A button that says more when it is pointed at or has the focus; screen readers have that as its description.</summary>
public sealed partial class ExplainedButton
{
    /// <summary>What pressing it does, in a line.</summary>
    [Parameter, EditorRequired]
    public string Why { get; set; } = "";

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        UserAttributes["aria-description"] = Why;
    }
}
