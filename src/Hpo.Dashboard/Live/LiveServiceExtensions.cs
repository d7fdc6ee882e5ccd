using Hpo.Comparisons.Running;
using Hpo.Dashboard.Live.Rooms;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Live;

/// <summary>Adds the live view to the app.</summary>
public static class LiveServiceExtensions
{
    /// <summary>Registers the hubs and what they stand on.</summary>
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton(new LiveOptions());
        services.AddSingleton<IStudySource, StudyServiceSource>();
        services.AddSingleton<StudyBroadcasts>();
        services.AddSingleton<WatchRooms>();
        services.AddSingleton(provider => new SharedCodes(provider.GetRequiredService<StudyService>().WatchCodes, provider.GetRequiredService<ComparisonService>().WatchCodes));
        services.AddSingleton<WatchDoor>();
        services.AddSingleton<IComparisonSource, ComparisonServiceSource>();
        services.AddSingleton<ComparisonBroadcasts>();
        // a viewer that vanished without a word is noticed in 15 s; the default is twice that
        services.AddSignalR().AddHubOptions<StudyHub>(Bound).AddHubOptions<WatchHub>(Bound).AddHubOptions<ComparisonHub>(Bound);
    }

    /// <summary>Puts the hubs at their addresses.</summary>
    public static void MapLive(this WebApplication app)
    {
        app.MapHub<StudyHub>(StudyHub.Path);
        app.MapHub<WatchHub>(WatchHub.Path).AllowAnonymous();
        app.MapHub<ComparisonHub>(ComparisonHub.Path);
    }

    private static void Bound(HubOptions hub)
    {
        hub.KeepAliveInterval = TimeSpan.FromSeconds(5);
        hub.ClientTimeoutInterval = TimeSpan.FromSeconds(15);
        // viewers send short arguments and nothing else
        hub.MaximumReceiveMessageSize = 4096;
    }
}
