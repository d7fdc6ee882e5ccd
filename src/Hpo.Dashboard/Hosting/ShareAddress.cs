using Hpo.Dashboard.Access;

namespace Hpo.Dashboard.Hosting;

/// <summary>The address under which others reach a page.</summary>
public sealed class ShareAddress(DashboardOptions options)
{
    /// <summary>Whether only programs of this machine can open what is shared.</summary>
    public bool IsOnlyHere => options.IsLoopbackOnly;

    /// <summary>
    /// A page as others reach it: under the address that the presenter's own page was opened with, unless that is only this machine's name for itself.
    /// </summary>
    /// <param name="opened">The address of the presenter's page.</param>
    /// <param name="path">The page to share, beginning with a slash.</param>
    public Uri Of(Uri opened, string path)
    {
        ArgumentNullException.ThrowIfNull(opened);
        var address = new UriBuilder(opened.Scheme, opened.Host, opened.Port, path);
        if (opened.IsLoopback && !options.Proxies.IsEmpty)
            return new Uri(HostNames.LinkTo(options.Urls.Split(';')[0], options), path);
        if (opened.IsLoopback && !IsOnlyHere)
            address.Host = HostNames.LinkTo(options.Urls.Split(';')[0], options).Host;
        return address.Uri;
    }
}
