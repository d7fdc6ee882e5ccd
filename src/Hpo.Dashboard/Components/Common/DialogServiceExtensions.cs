using MudBlazor;

namespace Hpo.Dashboard.Components.Common;

internal static class DialogServiceExtensions
{
    /// <summary>Asks, and waits for the answer; false for the button that does no harm, Escape, and a press beside the dialog.</summary>
    public static async Task<bool> ConfirmAsync(this IDialogService dialogs, Confirmation question)
    {
        var dialog = await dialogs.ShowAsync<ConfirmationDialog>(question.Title, new DialogParameters<ConfirmationDialog> { { it => it.Question, question } });
        return await dialog.Result is { Canceled: false };
    }
}
