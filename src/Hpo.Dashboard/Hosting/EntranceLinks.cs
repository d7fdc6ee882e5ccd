using Hpo.Dashboard.Access;

namespace Hpo.Dashboard.Hosting;

/// <summary>
/// The links by which people enter, for the terminal. The token stands behind a #: a browser does not send that part, so that it lands in no server's log and in no Referer.
/// </summary>
internal static class EntranceLinks
{
    /// <summary>The link by which students come in, straight to where they say their name; null when whoever reaches the dashboard may do everything, or the class is closed.</summary>
    public static Uri? ForClass(Uri opened, AccessTokens tokens, ShareAddress share, ClassRoom room) =>
        tokens.IsOpen || room.Code is not { } code ? null : new UriBuilder(share.Of(opened, VisitorCookie.EnterPath))
        {
            Query = $"{VisitorCookie.FromParameter}={Uri.EscapeDataString(ClassEntrance.Path)}",
            Fragment = code,
        }.Uri;

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
