using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

/// <summary>What a browser shows when there is no page to show: mostly that there is none.</summary>
public sealed partial class NotFound
{
    [CascadingParameter]
    private HttpContext? Request { get; set; }

    private int Status => Request?.Response.StatusCode ?? StatusCodes.Status404NotFound;

    private string Title => Status switch
    {
        StatusCodes.Status403Forbidden => "This is the presenter’s",
        StatusCodes.Status404NotFound or StatusCodes.Status200OK => "There is nothing here",
        _ => "This cannot be answered",
    };

    private string Words => Status switch
    {
        StatusCodes.Status403Forbidden => "You may watch everything, but only the presenter can do this.",
        StatusCodes.Status404NotFound or StatusCodes.Status200OK => "The address may be mistyped, or the study was removed.",
        _ => $"The request was refused (status {Status}).",
    };
}
