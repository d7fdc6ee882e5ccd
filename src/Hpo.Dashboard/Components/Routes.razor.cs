namespace Hpo.Dashboard.Components;

/// <summary>Finds the page of an address. After a navigation within the document, screen readers are led to the new heading.</summary>
public sealed partial class Routes
{
    private Type? _first;
    private bool _hasLeftFirst;

    /// <summary>
    /// Whether another page was shown before this one. Not on a first load: the first Tab then leads to the skip link, as everywhere. Nor when a page only
    /// changes its own address.
    /// </summary>
    private bool HasLeftFirst(Microsoft.AspNetCore.Components.RouteData route)
    {
        _first ??= route.PageType;
        return _hasLeftFirst |= route.PageType != _first;
    }
}
