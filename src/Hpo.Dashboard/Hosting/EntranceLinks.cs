using Hpo.Dashboard.Access;

namespace Hpo.Dashboard.Hosting;

/// <summary>
/// The links by which people enter, for the terminal. The token stands behind a #: a browser does not send that part, so that it lands in no server's log and in no Referer.
/// </summary>
internal static class EntranceLinks
{
    /// <summary>The link for viewers under the address that others reach the dashboard by; null when whoever reaches it may do everything.</summary>
    public static Uri? ForViewers(Uri opened, AccessTokens tokens, ShareAddress share) =>
        tokens.IsOpen ? null : new UriBuilder(share.Of(opened, VisitorCookie.EnterPath)) { Fragment = Uri.EscapeDataString(tokens.ViewerToken) }.Uri;

    public static IEnumerable<string> Of(IEnumerable<string> urls, AccessTokens tokens, DashboardOptions options)
    {
        if (tokens.IsOpen || urls.FirstOrDefault() is not { } url)
            return [];
        var entrance = new Uri(HostNames.LinkTo(url, options), VisitorCookie.EnterPath);
        return
        [
            $"  presenter (keep it to yourself): {entrance}#{Uri.EscapeDataString(tokens.PresenterToken)}",
            $"  viewers:                         {entrance}#{Uri.EscapeDataString(tokens.ViewerToken)}",
        ];
    }
}
