using Hpo.Dashboard.Hosting;
using Hpo.Studies.Classes;
using Hpo.Studies.Running;
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
    public static void AddAccess(this IServiceCollection services, DashboardOptions options)
    {
        services.AddSingleton(_ => AccessTokens.Of(options.DataFolder, options.Token));
        services.AddSingleton(provider => new SignedOut(options.DataFolder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Refusals>();
        services.AddSingleton<GuessLimit>();
        services.AddSingleton<StartLimit>();
        services.AddScoped<StartGate>();
        services.AddScoped<StudentGate>();
        services.AddScoped<StudyStarts>();
        services.AddScoped<StudySteering>();
        services.AddSingleton(_ => new ClassDatabase(Path.Combine(options.DataFolder, "class.db")));
        services.AddSingleton<ClassRoom>();
        services.AddSingleton(provider => new StudyQueue(
            provider.GetRequiredService<StudyService>(), provider.GetRequiredService<ClassDatabase>(), provider.GetRequiredService<TimeProvider>(), Environment.ProcessorCount,
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddScoped(provider => new CurrentVisitor(
            options.Token is null ? Visitor.Presenter : Visitor.Nobody, canLeave: options.Token is not null, provider.GetRequiredService<SignedOut>()));
        services.AddScoped<CircuitHandler, VisitorCircuit>();
        services.AddScoped<AuthenticationStateProvider, VisitorRevalidation>();
        services.AddCascadingAuthenticationState();
        services.Configure<HubOptions>(hub => hub.AddFilter<VisitorHubFilter>());
        services.AddAuthorization(AccessPolicies.Set);
        services.AddRateLimiter(ConnectionLimits.Set);
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = $"hpo-form-{options.Port}";
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        if (options.Token is null)
            services.AddAuthentication(OpenAccess.Name).AddScheme<AuthenticationSchemeOptions, OpenAccess>(OpenAccess.Name, null);
        else
            services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie => VisitorCookie.Set(cookie, options.Port));
    }
}
