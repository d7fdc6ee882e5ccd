using Hpo.Studies.Running;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>The notes on a study; its owner writes them in place.</summary>
public sealed partial class StudyNotes
{
    [Parameter, EditorRequired]
    public string StudyId { get; set; } = "";

    [Parameter, EditorRequired]
    public string Notes { get; set; } = "";

    [Parameter]
    public bool MayChange { get; set; }

    [Inject]
    private StudyService Studies { get; set; } = default!;
}
