using Hpo.Dashboard.Theming;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Hpo.Dashboard.Components;

/// <summary>The document around every page; rendered once per request, on the server.</summary>
public partial class App
{
    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [Inject]
    private ThemeSheets Sheets { get; set; } = default!;

    private string Theme => Theming.Theme.FromCookie(HttpContext.Request.Cookies[Theming.Theme.CookieName]);

    // a page marked [ExcludeFromInteractiveRouting] is plain HTML and opens no circuit
    private bool HasCircuit => HttpContext.AcceptsInteractiveRouting();

    private IComponentRenderMode? PageRenderMode => HasCircuit ? RenderMode.InteractiveServer : null;
}
