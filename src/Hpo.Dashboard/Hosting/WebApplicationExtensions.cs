using System.Net.Sockets;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Components;
using Hpo.Dashboard.Live;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Connections;

namespace Hpo.Dashboard.Hosting;

public static class WebApplicationExtensions
{
    public static void UseDashboard(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapLive();
        app.MapComparisonExports();
        app.MapStudyExports();
        app.MapRazorComponents<App>()
            // SecurityHeaders sends the one policy, which forbids framing altogether
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    /// <summary>Runs until Ctrl+C; prints one line with the address once it listens.</summary>
    /// <exception cref="StartupException">The address cannot be listened on.</exception>
    public static async Task RunAndSayWhereAsync(this WebApplication app)
    {
        OpenStudies(app.Services);
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

        Console.WriteLine($"HPO Dashboard listens on {string.Join(" and ", app.Urls)} (Ctrl+C stops it)");
        await app.WaitForShutdownAsync();
    }

    /// <summary>Opens the studies before anybody asks, so that a data folder that cannot be used is told at the start.</summary>
    private static void OpenStudies(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<StudyService>();
            services.GetRequiredService<ComparisonService>();
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new StartupException($"{e.Message} Name another data folder with --data DIR.", e);
        }
    }
}
