namespace Hpo.Dashboard.Hosting;

/// <summary>The options a person can give, and a plain answer to one that does not exist.</summary>
public static class CommandLine
{
    public const string Help = """
        HPO Dashboard: tune hyperparameters from the browser.

          --port N           the port to listen on (default 5080; or HPO_PORT)
          --data DIR         where studies are kept (default ~/.local/share/hpo-dashboard; or HPO_DATA)
          --data-set DIR     a folder with the Fashion-MNIST files (or HPO_DATA_SET)

        Only this machine reaches it, unless you say otherwise:

          --listen ADDRESS   the address to listen on instead of 127.0.0.1: 0.0.0.0 for all of this machine's
          --urls URL         the same with scheme and port, instead of --port and --listen (or ASPNETCORE_URLS)
          --token auto       lets people in by links, which are printed at the start and stay the same; new: makes new ones
          --token TEXT       the presenter's token, of your own choice (better in HPO_TOKEN: other users see command lines)
          --token-file FILE  the presenter's token is the text of a file
          --host NAME        a name by which others reach this machine; several with a comma between them

          --behind-proxy IP  the address of the reverse proxy in front, which speaks HTTPS to others; needs --host and --token

          --page-retention T how long a page without a connection is kept as it is (default 00:03:00)

          --log LEVEL        how much it says of what happens: trace, debug, information (as it is), warning, error, critical, none
          --log-format json  says it in lines of JSON, and what is meant for people on the standard error
          --otlp URL         sends metrics and traces to an OpenTelemetry collector, over HTTP

          --help             this text

        Each option can stand in the environment too (--data-set DIR as HPO_DATA_SET=DIR), and in the section Hpo of an appsettings.json beside
        the program ({ "Hpo": { "data-set": "DIR" } }). The command line counts before the environment, and that before the file.
        """;

    /// <summary>The names of the options, as they are written here, after HPO_ in the environment, and in appsettings.json.</summary>
    public static readonly IReadOnlyList<string> Options =
        ["port", "urls", "listen", "token", "token-file", "host", "behind-proxy", "data", "data-set", "page-retention", "log", "log-format", "otlp"];

    // they belong to the web host: tests and hosting tools pass them
    private static readonly string[] Known = [.. Options, "environment", "contentRoot", "applicationName"];

    public static bool AsksForHelp(string[] args) => args.Any(arg => arg is "--help" or "-h" or "-?");

    /// <summary>Refuses an unknown option: a mistyped one would otherwise be silently without effect.</summary>
    /// <exception cref="StartupException">An option is unknown or lacks its value.</exception>
    public static void Check(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = Split(args[i]);
            // a colon marks a configuration key such as Logging:LogLevel:Default
            if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.Contains(':', StringComparison.Ordinal))
                throw new StartupException($"There is no option {args[i]}: --help lists the options.");
            if (value is null && ++i < args.Length)
                value = args[i];
            if (string.IsNullOrEmpty(value))
                throw new StartupException($"The option --{name} needs a value: --help lists the options.");
        }
    }

    private static (string Name, string? Value) Split(string arg)
    {
        if (!arg.StartsWith("--", StringComparison.Ordinal))
            throw new StartupException($"{arg} is not an option: --help lists the options.");
        var end = arg.IndexOf('=', StringComparison.Ordinal);
        return end < 0 ? (arg[2..], null) : (arg[2..end], arg[(end + 1)..]);
    }
}
