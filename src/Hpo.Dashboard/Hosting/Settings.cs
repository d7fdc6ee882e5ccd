namespace Hpo.Dashboard.Hosting;

/// <summary>
/// What a person said about the options of <see cref="CommandLine"/>: on the command line (<c>--data-set DIR</c>), in the environment (<c>HPO_DATA_SET</c>) and in the section
/// <c>Hpo</c> of appsettings.json (<c>"data-set"</c>). The command line counts before the environment, and that before the file.
/// </summary>
public sealed class Settings(string[] args, IConfiguration configuration)
{
    /// <summary>The section of appsettings.json with the dashboard's options.</summary>
    public const string Section = "Hpo";

    private const string Urls = "urls";

    private readonly IConfiguration _commandLine = new ConfigurationBuilder().AddCommandLine(args).Build();

    /// <summary>Where data of programs lies by the custom of desktops; null when the environment says nothing.</summary>
    public string? SharedDataFolder => configuration["XDG_DATA_HOME"];

    /// <summary>What counts of what was said about an option; null when nothing was. Something empty says nothing.</summary>
    public Setting? Find(string option)
    {
        if (_commandLine[option] is { Length: > 0 } given)
            return Setting.OfCommandLine(option, given);
        var variable = Variable(option);
        if (configuration[variable] is { Length: > 0 } set)
            return Setting.OfEnvironment(variable, set);
        // where a web application listens has a place of its own in every program of ASP.NET
        return InFile($"{Section}:{option}", option) ?? (option == Urls ? InFile(Urls, option) : null);
    }

    /// <summary>What in the configuration would be without effect, or would go round the options: a sentence for each.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var said in configuration.GetSection(Section).GetChildren())
        {
            if (!CommandLine.Options.Contains(said.Key, StringComparer.OrdinalIgnoreCase))
                yield return $"There is no option \"{said.Key}\" in {Place(said.Path)}: --help lists the options.";
            else if (said.GetChildren().Any())
                yield return $"\"{said.Key}\" in {Place(said.Path)} is not one text: give several with commas between them.";
        }

        foreach (var option in CommandLine.Options.Where(option => option != Urls))
        {
            if (FileOf(option) is { } file)
                yield return $"\"{option}\" in {file} stands outside of the section {Section}, where it is without effect: write {{ \"{Section}\": {{ \"{option}\": … }} }}.";
        }

        // they would be listened on in place of what was checked
        if (configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
            yield return "Kestrel:Endpoints says where to listen past the dashboard, which then could not see who reaches it: use --listen and --port, or --urls, in its place.";
    }

    private static string Variable(string option) =>
        option == Urls ? "ASPNETCORE_URLS" : $"HPO_{option.Replace('-', '_').ToUpperInvariant()}";

    private Setting? InFile(string key, string option) =>
        configuration[key] is { Length: > 0 } value ? Setting.OfFile(option, value, Place(key)) : null;

    private string Place(string key) => (key.Contains(':', StringComparison.Ordinal) ? $"the section {Section} of " : "") + (FileOf(key) ?? "the configuration");

    private string? FileOf(string key) => configuration is not IConfigurationRoot root ? null
        : root.Providers.Reverse().OfType<FileConfigurationProvider>().FirstOrDefault(provider => provider.TryGet(key, out _) || provider.GetChildKeys([], key).Any())?.Source.Path;
}
