namespace Hpo.Dashboard.Hosting;

/// <summary>Limits of the connection between a page and the server.</summary>
public static class HubLimits
{
    /// <summary>
    /// The largest message from a browser. The usual 32 KB would end the connection, and lose the form, when a space of some size is pasted
    /// as JSON; longer texts are turned away in the browser (Components/Forms/FormScope.razor.js).
    /// </summary>
    public const long MessageBytes = 1024 * 1024;
}
