using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Hpo.Dashboard.Access;

/// <summary>Leads open pages to the entrance once their session was left elsewhere. What they may do ends at once, see <see cref="CurrentVisitor"/>.</summary>
internal sealed class VisitorRevalidation(ILoggerFactory loggers, SignedOut signedOut) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Task.FromResult(VisitorClaims.SessionOf(authenticationState.User) is { } session && !signedOut.Contains(session));
}
