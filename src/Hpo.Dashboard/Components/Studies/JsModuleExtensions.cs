using Microsoft.JSInterop;

namespace Hpo.Dashboard.Components.Studies;

internal static class JsModuleExtensions
{
    /// <summary>Lets a module go. When the connection is already gone, so is the module.</summary>
    public static async ValueTask ReleaseAsync(this IJSObjectReference? module)
    {
        if (module is null)
            return;
        try
        {
            await module.DisposeAsync();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // the second when the connection goes while the browser is told
        }
    }

    /// <summary>Lets a module go that may still be on its way.</summary>
    public static async ValueTask ReleaseAsync(this Task<IJSObjectReference>? module)
    {
        if (module is null)
            return;
        try
        {
            await (await module).ReleaseAsync();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // it never came
        }
    }
}
