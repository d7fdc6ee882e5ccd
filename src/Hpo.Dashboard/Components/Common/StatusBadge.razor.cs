using Hpo.Dashboard.Models.Studies;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Common;

/// <summary>A status as shape, word and colour: any two of them can be missed.</summary>
public sealed partial class StatusBadge
{
    [Parameter, EditorRequired]
    public StatusLabel Label { get; set; } = default!;
}
