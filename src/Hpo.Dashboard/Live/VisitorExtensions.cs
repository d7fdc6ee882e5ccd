using Hpo.Dashboard.Access;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Live;

internal static class VisitorExtensions
{
    /// <summary>Ends a stream to somebody who has left since it began.</summary>
    /// <exception cref="HubException">They have; the message goes to the browser.</exception>
    public static void RequireEntered(this CurrentVisitor visitor)
    {
        if (!visitor.HasEntered)
            throw new HubException("You have left: enter again to go on.");
    }
}
