namespace Hpo.Dashboard.Hosting;

/// <summary>Where something was said about an option; what is said at a larger one counts.</summary>
public enum SettingOrigin
{
    /// <summary>In appsettings.json, or whatever else the configuration is made of.</summary>
    File,

    /// <summary>In a variable of the environment.</summary>
    Environment,

    /// <summary>On the command line.</summary>
    CommandLine,
}
