using Hpo.Dashboard.Access;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace Hpo.Dashboard.Components.Layout;

/// <summary>Where the navigation leads.</summary>
internal static class Navigation
{
    private static readonly Place Studies = new("/", "Studies", Icons.Material.Filled.Science, NavLinkMatch.All);
    private static readonly Place NewStudy = new("/studies/new", "New study", Icons.Material.Filled.AddCircleOutline, NavLinkMatch.Prefix);
    private static readonly Place Comparisons = new("/comparisons", "Comparisons", Icons.Material.Filled.CompareArrows, NavLinkMatch.Prefix);
    private static readonly Place Class = new("/class", "Class", Icons.Material.Filled.Groups, NavLinkMatch.Prefix);

    /// <summary>The places that a visitor may go to.</summary>
    public static IEnumerable<Place> Of(CurrentVisitor visitor)
    {
        yield return Studies;
        if (visitor.Visitor.MayStart)
            yield return NewStudy;
        yield return Comparisons;
        if (visitor.CanLeave)
            yield return Class;
    }

    internal sealed record Place(string Address, string Name, string Icon, NavLinkMatch Match);
}
