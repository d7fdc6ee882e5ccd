using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Hpo.Dashboard.Access;

/// <summary>Without tokens everyone is the presenter: only programs of this machine reach the dashboard then.</summary>
internal sealed class OpenAccess(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "open";

    private static readonly AuthenticateResult Presenter = AuthenticateResult.Success(
        new AuthenticationTicket(VisitorClaims.Of("presenter", VisitorRole.Presenter, "", Name), Name));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Presenter);
}
