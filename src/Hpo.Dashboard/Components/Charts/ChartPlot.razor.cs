using Hpo.Figures;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Hpo.Dashboard.Components.Charts;

/// <summary>
/// Where a chart is drawn. With a circuit it is plotly's component, which draws a blank figure in an element of its own; wwwroot/js/charts/chart-panel.js draws
/// there from then on, with what the hub tells: no figure goes through the circuit. Without one the script draws at once.
/// </summary>
public sealed partial class ChartPlot
{
    private static long _places;

    /// <summary>
    /// Another one for every chart there ever was: the component empties the element of its id when it goes, which must not be that of another by then.
    /// </summary>
    private readonly string _id = $"plot-{Interlocked.Increment(ref _places)}";

    private readonly Plotly.Blazor.Layout _layout = BlankFigure.Layout();
    private readonly Plotly.Blazor.Config _config = BlankFigure.Config();

    /// <summary>
    /// Only then there is a component: asked earlier, it draws into what was there when it was asked, and when that page was left meanwhile, no chart that waits with
    /// it is ever drawn.
    /// </summary>
    private bool _isLibraryThere;

    /// <summary>What the script waits for.</summary>
    private string? _stands;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    /// <summary>What the chart shows, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    protected override void OnInitialized() => _stands = AssignedRenderMode is null ? "true" : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || AssignedRenderMode is null)
            return;
        try
        {
            await using var module = await Script.InvokeAsync<IJSObjectReference>("import", "./js/charts/load-plotly.js");
            await module.InvokeVoidAsync("loadPlotly");
            _isLibraryThere = true;
            StateHasChanged();
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // what cannot be loaded is said above the charts by the script; else nobody is there any more
        }
    }

    /// <summary>The component has drawn.</summary>
    private void Stand()
    {
        _stands = "true";
        StateHasChanged();
    }
}
