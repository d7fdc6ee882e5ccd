namespace Hpo.Dashboard.Hosting;

/// <summary>The options a person can give, and a plain answer to one that does not exist.</summary>
public static class CommandLine
{
    public const string Help = """
        HPO Dashboard: tune hyperparameters from the browser.

          --port N        the port of 127.0.0.1 to listen on (default 5080; or HPO_PORT)
          --urls URL      the whole address to listen on, instead of --port (or ASPNETCORE_URLS)
          --data DIR      where studies are kept (default ~/.local/share/hpo-dashboard; or HPO_DATA)
          --data-set DIR  a folder with the Fashion-MNIST files (or HPO_DATA_SET)
          --help          this text
        """;

    // the last three belong to the web host: tests and hosting tools pass them
    private static readonly string[] Known = ["port", "urls", "data", "data-set", "environment", "contentRoot", "applicationName"];

    public static bool AsksForHelp(string[] args) => args.Any(arg => arg is "--help" or "-h" or "-?");

    /// <summary>Refuses an unknown option: a mistyped one would otherwise be silently without effect.</summary>
    /// <exception cref="StartupException">An option is unknown or lacks its value.</exception>
    public static void Check(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var (name, hasValue) = Split(args[i]);
            // a colon marks a configuration key such as Logging:LogLevel:Default
            if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.Contains(':', StringComparison.Ordinal))
                throw new StartupException($"There is no option {args[i]}: --help lists the options.");
            if (!hasValue && ++i == args.Length)
                throw new StartupException($"The option --{name} needs a value: --help lists the options.");
        }
    }

    private static (string Name, bool HasValue) Split(string arg)
    {
        if (!arg.StartsWith("--", StringComparison.Ordinal))
            throw new StartupException($"{arg} is not an option: --help lists the options.");
        var end = arg.IndexOf('=', StringComparison.Ordinal);
        return end < 0 ? (arg[2..], false) : (arg[2..end], true);
    }
}
