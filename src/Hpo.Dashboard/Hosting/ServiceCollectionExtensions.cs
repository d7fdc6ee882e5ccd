using Hpo.Catalog;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Models.Comparisons.Form;
using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Studies;
using Hpo.Dashboard.Theming;
using Hpo.Studies.Catalog;
using Hpo.Studies.Running;
using Hpo.Training.Data;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using MudBlazor;
using MudBlazor.Services;

namespace Hpo.Dashboard.Hosting;

public static class ServiceCollectionExtensions
{
    // a Wi-Fi blink in a lecture hall drops everyone at once; the framework's 100 would lose half of two hundred listeners.
    // A circuit costs about 270 KB: at most 135 MB, for at most three minutes.
    private const int DisconnectedCircuits = 500;

    public static void AddDashboard(this IServiceCollection services, Settings settings, IHostEnvironment environment)
    {
        services.AddDashboardOptions(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new FashionMnistSource(new FashionMnistOptions { Folder = provider.GetRequiredService<DashboardOptions>().DataSetFolder }));
        services.AddSingleton(provider => StandardCatalog.Create(provider.GetRequiredService<FashionMnistSource>()));
        services.AddSingleton(DashboardExamples.Create());
        services.AddSingleton(provider => new StudyService(
            provider.GetRequiredService<DashboardOptions>().DataFolder, provider.GetRequiredService<StudyCatalog>(), provider.GetRequiredService<TimeProvider>(),
            loggers: provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => new ComparisonService(
            provider.GetRequiredService<DashboardOptions>().DataFolder, provider.GetRequiredService<StudyCatalog>(), provider.GetRequiredService<TimeProvider>(),
            loggers: provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<StudyList>();
        services.AddSingleton<ShareAddress>();
        services.AddSingleton<StudyCloning>();
        services.AddHostedService<MeasuredObjectives>();
        services.AddPages(environment);
        services.AddLive();
        services.AddKeys();
        services.AddAccess();
        services.AddResponseCompression();
        services.AddTelemetry(settings);
        services.AddHealthChecks().AddCheck<Health>("data folder");
    }

    private static void AddPages(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            circuit.DisconnectedCircuitMaxRetained = DisconnectedCircuits;
            circuit.DetailedErrors = environment.IsDevelopment();
        }).AddHubOptions(hub =>
        {
            hub.MaximumReceiveMessageSize = HubLimits.MessageBytes;
            hub.KeepAliveInterval = HubLimits.CircuitBeat;
        });
        services.AddOptions<CircuitOptions>().Configure<DashboardOptions>((circuit, options) =>
            circuit.DisconnectedCircuitRetentionPeriod = options.PageRetention ?? circuit.DisconnectedCircuitRetentionPeriod);
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            mud.SnackbarConfiguration.SnackbarVariant = Variant.Filled;
            mud.SnackbarConfiguration.PreventDuplicates = false;
            // what shines through a notice takes its contrast away
            mud.SnackbarConfiguration.MaximumOpacity = 100;
            // lists and menus are there at once
            mud.PopoverOptions.Duration = TimeSpan.FromMilliseconds(60);
        });
        services.AddSingleton(provider => ThemeSheets.CreateAsync(provider, provider.GetRequiredService<ILoggerFactory>()).GetAwaiter().GetResult());
        services.AddSingleton<PageTimers>();
        services.AddScoped<StudyForm>();
        services.AddScoped(provider => ComparisonForm.Create(provider.GetRequiredService<StudyCatalog>()));
    }

    /// <summary>Keeps the keys beside the studies, so that an open page survives a restart and no other folder is touched.</summary>
    private static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("hpo-dashboard");
        services.AddOptions<KeyManagementOptions>().Configure<DashboardOptions, ILoggerFactory>((keys, options, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(Path.Combine(options.DataFolder, "keys")), loggers));
    }
}
