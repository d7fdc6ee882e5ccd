namespace Hpo.Dashboard.Hosting;

/// <summary>What the dashboard writes about itself to the standard output.</summary>
/// <param name="Level">From which level on; of the framework's own messages only warnings and worse.</param>
/// <param name="IsJson">Whether each line is a JSON object, for programs, and nothing else is written there.</param>
public sealed record LogOptions(LogLevel Level, bool IsJson)
{
    private static readonly string[] Levels = ["trace", "debug", "information", "warning", "error", "critical", "none"];

    /// <summary>From the command line: <c>--log LEVEL</c> and <c>--log-format simple</c> or <c>json</c>.</summary>
    /// <exception cref="StartupException">A value is none of these.</exception>
    public static LogOptions Read(IConfiguration configuration)
    {
        var (level, format) = (configuration["log"] ?? "information", configuration["log-format"] ?? "simple");
        var index = Array.IndexOf(Levels, level.ToLowerInvariant());
        if (index < 0)
            throw new StartupException($"--log {level} is not a level: give one of {string.Join(", ", Levels[..^1])} or {Levels[^1]}.");
        if (format is not ("simple" or "json"))
            throw new StartupException($"--log-format {format} is not a format: give simple, for people, or json, for programs.");
        return new((LogLevel)index, format == "json");
    }
}
