using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Hpo.Dashboard.Components;

/// <summary>Finds the page of an address. After a navigation within the document, screen readers are led to the new heading.</summary>
public sealed partial class Routes : IDisposable
{
    private bool _hasNavigated;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized() => Navigation.LocationChanged += Note;

    // Router hears of a change after us, and renders this component's content anew
    private void Note(object? sender, LocationChangedEventArgs change) => _hasNavigated = true;

    public void Dispose() => Navigation.LocationChanged -= Note;
}
