using Hpo.Dashboard.Models.Studies;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>Chooses the columns of the trial table and their order.</summary>
public sealed partial class TrialColumns
{
    [Parameter, EditorRequired]
    public ColumnChoice Choice { get; set; } = default!;

    [Parameter]
    public EventCallback<ColumnChoice> ChoiceChanged { get; set; }
}
