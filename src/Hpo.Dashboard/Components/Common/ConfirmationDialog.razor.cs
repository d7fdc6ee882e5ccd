using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Components.Common;

/// <summary>Asks before something that cannot be taken back; see <see cref="DialogServiceExtensions.ConfirmAsync"/>.</summary>
public sealed partial class ConfirmationDialog
{
    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter, EditorRequired]
    public Confirmation Question { get; set; } = default!;
}
