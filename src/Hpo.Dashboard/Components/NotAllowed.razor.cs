using Hpo.Dashboard.Access;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components;

/// <summary>Says that a page is not for this visitor; who has not entered, or has left elsewhere, is led to the entrance.</summary>
public sealed partial class NotAllowed
{
    [Inject]
    private CurrentVisitor Current { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        if (!Current.HasEntered)
            Navigation.NavigateTo(VisitorCookie.EnterPath, forceLoad: true);
    }
}
