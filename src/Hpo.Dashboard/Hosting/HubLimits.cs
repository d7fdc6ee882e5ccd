namespace Hpo.Dashboard.Hosting;

/// <summary>Limits of the connection between a page and the server.</summary>
public static class HubLimits
{
    /// <summary>
    /// The largest message from a browser. The usual 32 KB would end the connection, and lose the form, when a space of some size is pasted
    /// as JSON; longer texts are turned away in the browser (Components/Forms/FormScope.razor.js).
    /// </summary>
    public const long MessageBytes = 1024 * 1024;

    /// <summary>
    /// The longest time without a word on a page's circuit, in either direction: a page that has heard nothing for two and a half of them says that the connection is lost
    /// (wwwroot/js/start.js). The usual 15 seconds leave its buttons looking alive for 30.
    /// </summary>
    public static readonly TimeSpan CircuitBeat = TimeSpan.FromSeconds(4);
}
