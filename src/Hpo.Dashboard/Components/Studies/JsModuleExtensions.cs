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
        catch (JSDisconnectedException)
        {
        }
    }
}
