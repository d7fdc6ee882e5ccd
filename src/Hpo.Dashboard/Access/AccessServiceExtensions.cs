using Hpo.Dashboard.Hosting;
using Hpo.Studies.Classes;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Access;

/// <summary>Adds to the app who may do what, and how much.</summary>
public static class AccessServiceExtensions
{
    /// <summary>Registers visitors, their cookies, and the limits of what they may ask. Call it after the pages are added: it takes their place in saying who somebody is.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton(provider => AccessTokens.Of(Options(provider).DataFolder, Options(provider).Token));
        services.AddSingleton(provider => new SignedOut(Options(provider).DataFolder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Refusals>();
        services.AddSingleton<GuessLimit>();
        services.AddSingleton<StartLimit>();
        services.AddScoped<StartGate>();
        services.AddScoped<StudentGate>();
        services.AddScoped<StudyStarts>();
        services.AddScoped<StudySteering>();
        services.AddSingleton(provider => new ClassDatabase(Path.Combine(Options(provider).DataFolder, "class.db")));
        services.AddSingleton<ClassRoom>();
        services.AddSingleton(provider => new StudyQueue(
            provider.GetRequiredService<StudyService>(), provider.GetRequiredService<ClassDatabase>(), provider.GetRequiredService<TimeProvider>(), Environment.ProcessorCount,
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddScoped(provider => new CurrentVisitor(
            Options(provider).Token is null ? Visitor.Presenter : Visitor.Nobody, canLeave: Options(provider).Token is not null, provider.GetRequiredService<SignedOut>()));
        services.AddScoped<CircuitHandler, VisitorCircuit>();
        services.AddScoped<AuthenticationStateProvider, VisitorRevalidation>();
        services.AddCascadingAuthenticationState();
        services.Configure<HubOptions>(hub => hub.AddFilter<VisitorHubFilter>());
        services.AddAuthorization(AccessPolicies.Set);
        services.AddRateLimiter(ConnectionLimits.Set);
        services.AddAntiforgery(form => form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddOptions<AntiforgeryOptions>().Configure<DashboardOptions>((form, options) => form.Cookie.Name = $"hpo-form-{options.Port}");
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, OpenAccess>(OpenAccess.Name, null).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<DashboardOptions>((cookie, options) => VisitorCookie.Set(cookie, options.Port));
        services.AddOptions<AuthenticationOptions>().Configure<DashboardOptions>((authentication, options) =>
            authentication.DefaultScheme = options.Token is null ? OpenAccess.Name : CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private static DashboardOptions Options(IServiceProvider provider) => provider.GetRequiredService<DashboardOptions>();
}
