using Hpo.Dashboard.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hpo.Dashboard.Tests.Access;

/// <summary>The whole app, reached by others: a token is needed. Everything it logs is kept, however detailed.</summary>
public sealed class GuardedFactory : DashboardFactory
{
    public const string Token = "the-presenter's-own-token";

    public AllLogs Logs { get; } = new();

    public string ViewerToken => Services.GetRequiredService<AccessTokens>().ViewerToken;

    public Guest NewGuest() => new(this);

    public async Task<Guest> PresenterAsync() => await EnteredAsync(Token);

    public async Task<Guest> ViewerAsync() => await EnteredAsync(ViewerToken);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("listen", "0.0.0.0");
        builder.UseSetting("token", Token);
        builder.ConfigureLogging(logging => logging.AddFilter<AllLogs>(null, LogLevel.Trace).AddProvider(Logs));
    }

    private async Task<Guest> EnteredAsync(string token)
    {
        var guest = NewGuest();
        using var answer = await guest.EnterAsync(token);
        return guest;
    }
}
