using System.Net.Sockets;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Components;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Theming;
using Hpo.Studies.Classes;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;

namespace Hpo.Dashboard.Hosting;

public static class WebApplicationExtensions
{
    public static void UseDashboard(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseMiddleware<SecurityHeaders>();
        app.UseReverseProxy(app.Services.GetRequiredService<DashboardOptions>());
        app.UseMiddleware<HostCheck>();
        app.UseMiddleware<OriginCheck>();
        app.UseRateLimiter();
        app.UseResponseCompression();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(LeaveOtherMethodsAlone);
        app.UseAuthentication();
        app.UseMiddleware<VisitorMiddleware>();
        app.UseAuthorization();
        app.UseAntiforgery();
        // the entrance needs them, and they hold nothing but the program
        app.MapStaticAssets().AllowAnonymous();
        app.MapThemeSheets();
        Health.Map(app);
        app.MapEntrance();
        app.MapClassEntrance();
        app.MapLive();
        app.MapComparisonExports();
        app.MapStudyExports();
        app.MapRazorComponents<App>()
            // SecurityHeaders sends the one policy, which forbids framing altogether
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    private static void MapThemeSheets(this WebApplication app)
    {
        var sheets = app.Services.GetRequiredService<ThemeSheets>();
        foreach (var sheet in new[] { sheets.Full, sheets.Plain })
            app.MapGet($"/{sheet.Path}", sheet.ToResult).AllowAnonymous();
    }

    /// <summary>A page in place of an empty answer is for those who asked for a page; it would take a form that was sent elsewhere for its own.</summary>
    private static Task LeaveOtherMethodsAlone(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        return next(context);
    }

    /// <summary>Runs until Ctrl+C; prints one line with the address once it listens.</summary>
    /// <exception cref="StartupException">The address cannot be listened on.</exception>
    public static async Task RunAndSayWhereAsync(this WebApplication app)
    {
        var log = new ProgramLog(app.Services.GetRequiredService<ILogger<ProgramLog>>());
        log.TellForgottenFaults();
        OpenStudies(app.Services);
        app.Configuration[WebHostDefaults.ServerUrlsKey] = app.Services.GetRequiredService<DashboardOptions>().Urls;
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (e is SocketException or IOException { InnerException: AddressInUseException })
        {
            var urls = app.Services.GetRequiredService<DashboardOptions>().Urls;
            var reason = e is SocketException ? e.Message.ToLowerInvariant() : "the port is taken";
            var another = BindingAddress.Parse(urls.Split(';')[0]).Port + 1;
            throw new StartupException($"The dashboard cannot listen on {urls} ({reason}): start with another port, such as --port {another}.", e);
        }

        var options = app.Services.GetRequiredService<DashboardOptions>();
        var people = options.Log.IsJson ? Console.Error : Console.Out;
        people.WriteLine($"HPO Dashboard listens on {string.Join(" and ", app.Urls)} (Ctrl+C stops it)");
        foreach (var line in EntranceLinks.Of(app.Urls, app.Services.GetRequiredService<AccessTokens>(), options))
            people.WriteLine(line);
        // people have just read it
        if (options.Log.IsJson)
            log.Listens(string.Join(' ', app.Urls));
        await app.WaitForShutdownAsync();
        if (options.Log.IsJson)
            log.Ended();
    }

    /// <summary>Opens the studies before anybody asks, so that a data folder that cannot be used is told at the start.</summary>
    private static void OpenStudies(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<AccessTokens>();
            services.GetRequiredService<StudyService>();
            // goes on with the studies that wait
            services.GetRequiredService<StudyQueue>();
            services.GetRequiredService<ComparisonService>();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new StartupException($"{e.Message} Name another data folder with --data DIR.", e);
        }
    }
}
