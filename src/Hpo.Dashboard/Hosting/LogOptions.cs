namespace Hpo.Dashboard.Hosting;

/// <summary>What the dashboard writes about itself to the standard output.</summary>
/// <param name="Level">From which level on; of the framework's own messages only warnings and worse.</param>
/// <param name="IsJson">Whether each line is a JSON object, for programs, and nothing else is written there.</param>
public sealed record LogOptions(LogLevel Level, bool IsJson)
{
    private static readonly string[] Levels = ["trace", "debug", "information", "warning", "error", "critical", "none"];

    /// <summary>From <c>--log LEVEL</c> and <c>--log-format simple</c> or <c>json</c>.</summary>
    /// <exception cref="StartupException">A value is none of these.</exception>
    public static LogOptions Read(Settings settings) => new(
        settings.Find("log") is { } level ? ReadLevel(level) : LogLevel.Information,
        settings.Find("log-format") is { } format && IsJsonFormat(format));

    private static LogLevel ReadLevel(Setting setting)
    {
        var index = Array.IndexOf(Levels, setting.Value.ToLowerInvariant());
        return index >= 0
            ? (LogLevel)index
            : throw new StartupException($"{setting.Quote(setting.Value)} is not a level: give one of {string.Join(", ", Levels[..^1])} or {Levels[^1]}.");
    }

    private static bool IsJsonFormat(Setting setting) => setting.Value switch
    {
        "simple" => false,
        "json" => true,
        _ => throw new StartupException($"{setting.Quote(setting.Value)} is not a format: give simple, for people, or json, for programs."),
    };
}
