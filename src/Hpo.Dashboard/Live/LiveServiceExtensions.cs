namespace Hpo.Dashboard.Live;

/// <summary>Adds the live view to the app.</summary>
public static class LiveServiceExtensions
{
    /// <summary>Registers the hub and what it stands on.</summary>
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton(new LiveOptions());
        services.AddSingleton<IStudySource, StudyServiceSource>();
        services.AddSingleton<StudyBroadcasts>();
        // a viewer that vanished without a word is noticed in 15 s; the default is twice that
        services.AddSignalR().AddHubOptions<StudyHub>(hub =>
        {
            hub.KeepAliveInterval = TimeSpan.FromSeconds(5);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(15);
            // viewers send two short arguments and nothing else
            hub.MaximumReceiveMessageSize = 4096;
        });
    }

    /// <summary>Puts the hub at its address.</summary>
    public static void MapLive(this WebApplication app) => app.MapHub<StudyHub>(StudyHub.Path);
}
