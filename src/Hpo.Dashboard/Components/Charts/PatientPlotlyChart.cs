using Microsoft.JSInterop;
using Plotly.Blazor;

namespace Hpo.Dashboard.Components.Charts;

/// <summary>Plotly's component, which takes a page that leaves while it draws for a fault of the page.</summary>
public sealed class PatientPlotlyChart : PlotlyChart
{
    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            await base.OnAfterRenderAsync(firstRender);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // nobody is there to see it
        }
    }
}
