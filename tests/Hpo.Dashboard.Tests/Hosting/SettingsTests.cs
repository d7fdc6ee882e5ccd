using System.Diagnostics;
using Hpo.Dashboard.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Hosting;

/// <summary>The command line counts before the environment, and that before appsettings.json; whoever is told something reads what was written, and where.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_environment_counts_before_the_file_and_the_command_line_before_both()
    {
        var other = Directory.CreateDirectory(Path.Combine(_folder.Path, "other")).FullName;
        var file = File($$"""{ "Hpo": { "port": 5081, "data": "{{_folder.Path}}", "data-set": "{{_folder.Path}}", "log": "debug" } }""");

        var options = GivenOptions.Read(file, ("HPO_PORT", "5082"), ("HPO_DATA", other), ("HPO_DATA_SET", other));
        Assert.Equal(("http://127.0.0.1:5082", other, other), (options.Urls, options.DataFolder, options.DataSetFolder));
        Assert.Equal(Microsoft.Extensions.Logging.LogLevel.Debug, options.Log.Level);

        options = GivenOptions.Read(file, ("HPO_PORT", "5082"), ("port", "5083"), ("HPO_DATA", other), ("data", _folder.Path));
        Assert.Equal(("http://127.0.0.1:5083", _folder.Path), (options.Urls, options.DataFolder));
    }

    [Fact]
    public void Every_option_can_stand_in_the_environment_and_in_the_file()
    {
        (string Option, string Value)[] said =
        [
            ("port", "81"), ("listen", "0.0.0.0"), ("host", "a.example,b.example"), ("behind-proxy", "192.0.2.1"), ("token", "a-token-of-my-own"), ("data", _folder.Path),
            ("data-set", _folder.Path), ("page-retention", "00:01:00"), ("log", "error"), ("log-format", "json"), ("otlp", "http://127.0.0.1:4318"),
        ];
        Assert.Equal(CommandLine.Options.Except(["urls", "token-file"]).Order(), said.Select(one => one.Option).Order());

        var commandLine = Text(GivenOptions.Read([.. said.Select(one => (one.Option, (string?)one.Value))]));

        Assert.Equal(commandLine, Text(GivenOptions.Read([.. said.Select(one => ($"HPO_{one.Option.Replace('-', '_').ToUpperInvariant()}", (string?)one.Value))])));
        Assert.Equal(commandLine, Text(GivenOptions.Read(files => files.AddInMemoryCollection(said.Select(one => KeyValuePair.Create($"Hpo:{one.Option}", (string?)one.Value))))));

        static string Text(DashboardOptions options) => string.Join(' ', options, options.Token is not null, string.Join(',', options.HostNames), string.Join(',', options.Proxies));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", "urls=http://127.0.0.1:1", "HPO_PORT=2")]
    [InlineData("http://127.0.0.1:2", "urls=http://127.0.0.1:1", "port=2")]
    [InlineData("http://127.0.0.1:2", "ASPNETCORE_URLS=http://127.0.0.1:1", "HPO_PORT=2")]
    [InlineData("http://127.0.0.1:1", "ASPNETCORE_URLS=http://127.0.0.1:1", "Hpo:port=2")]
    [InlineData("http://127.0.0.1:2", "Urls=http://127.0.0.1:1", "Hpo:port=2")]
    [InlineData("http://127.0.0.1:1", "Urls=http://127.0.0.1:1")]
    [InlineData("http://[::1]:2", "Hpo:urls=http://127.0.0.1:1", "HPO_LISTEN=::1", "Hpo:port=2")]
    public void Of_port_and_urls_that_counts_which_is_said_where_more_counts(string urls, params string[] said) =>
        Assert.Equal(urls, GivenOptions.Read([("data", _folder.Path), .. said.Select(one => one.Split('=', 2)).Select(one => (one[0], (string?)one[1]))]).Urls);

    [Fact]
    public void A_token_file_of_the_command_line_counts_before_a_token_of_the_environment()
    {
        var file = Path.Combine(_folder.Path, "token");
        System.IO.File.WriteAllText(file, "short");

        Assert.StartsWith("The presenter's token of --token-file cannot be used", GivenOptions.Refusal(("data", _folder.Path), ("token-file", file), ("HPO_TOKEN", "a-token-of-my-own")), StringComparison.Ordinal);
        Assert.NotNull(GivenOptions.Read(("data", _folder.Path), ("token-file", file), ("token", "a-token-of-my-own")).Token);
    }

    [Theory]
    [InlineData("HPO_PORT", "eighty", "HPO_PORT=eighty is not a port number: give one from 1 to 65535, such as HPO_PORT=5081.")]
    [InlineData("HPO_LOG_FORMAT", "xml", "HPO_LOG_FORMAT=xml is not a format: give simple, for people, or json, for programs.")]
    [InlineData("HPO_HOST", "a.example,b c", "HPO_HOST=b c is not a host name: give one without scheme and port, such as HPO_HOST=lab.example.org.")]
    [InlineData("HPO_PAGE_RETENTION", "soon", "HPO_PAGE_RETENTION=soon is not a time above zero: give one such as HPO_PAGE_RETENTION=00:03:00.")]
    [InlineData("ASPNETCORE_URLS", "5080", "ASPNETCORE_URLS=5080 is not an address: give one like ASPNETCORE_URLS=http://127.0.0.1:5080.")]
    public void What_is_wrong_in_the_environment_is_named_as_it_stands_there(string variable, string value, string message) =>
        Assert.Equal(message, GivenOptions.Refusal(("data", _folder.Path), (variable, value)));

    [Theory]
    [InlineData("""{ "Hpo": { "port": "eighty" } }""", "\"port\": \"eighty\" in the section Hpo of settings.json is not a port number: give one from 1 to 65535, such as \"port\": \"5081\".")]
    [InlineData("""{ "Hpo": { "prot": 5081 } }""", "There is no option \"prot\" in the section Hpo of settings.json: --help lists the options.")]
    [InlineData("""{ "Hpo": { "host": ["a.example", "b.example"] } }""", "\"host\" in the section Hpo of settings.json is not one text: give several with commas between them.")]
    [InlineData("""{ "port": 5081 }""", "\"port\" in settings.json stands outside of the section Hpo, where it is without effect: write { \"Hpo\": { \"port\": … } }.")]
    [InlineData("""{ "token": "a-token-of-my-own" }""", "\"token\" in settings.json stands outside of the section Hpo, where it is without effect: write { \"Hpo\": { \"token\": … } }.")]
    public void What_is_wrong_in_the_file_is_named_as_it_stands_there(string json, string message) =>
        Assert.Equal(message, GivenOptions.Refusal(File(json), ("data", _folder.Path)));

    [Fact]
    public void Everything_that_is_wrong_with_the_options_together_is_told_at_once()
    {
        var missing = Path.Combine(_folder.Path, "missing");

        var lines = GivenOptions.Refusal(File("""{ "Hpo": { "listen": "0.0.0.0", "prot": 5081 } }"""), ("data", _folder.Path), ("HPO_DATA_SET", missing)).Split(Environment.NewLine);

        Assert.Equal(3, lines.Length);
        Assert.StartsWith("There is no option \"prot\"", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Others can reach http://0.0.0.0:5080, so", lines[1], StringComparison.Ordinal);
        Assert.StartsWith($"The data-set folder {missing} of HPO_DATA_SET does not exist", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_of_other_programs_are_no_options()
    {
        var options = GivenOptions.Read(("data", _folder.Path), ("PORT", "80"), ("HOST", "lab"), ("LISTEN", "0.0.0.0"), ("HPO_LIBTORCH", "/own"));

        Assert.Equal(("http://127.0.0.1:5080", 0), (options.Urls, options.HostNames.Length));
    }

    [Fact]
    public void What_is_empty_says_nothing() =>
        Assert.Equal(("http://127.0.0.1:5080", null), (GivenOptions.Read(("data", _folder.Path), ("HPO_PORT", ""), ("HPO_TOKEN", "")) is var options ? options.Urls : "", options.Token));

    [Fact]
    public void Nobody_listens_past_the_dashboard() => Assert.StartsWith(
        "Kestrel:Endpoints says where to listen past the dashboard",
        GivenOptions.Refusal(File("""{ "Kestrel": { "Endpoints": { "Http": { "Url": "http://0.0.0.0:80" } } } }"""), ("data", _folder.Path)),
        StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_json_is_told_in_words()
    {
        var problem = GivenOptions.Refusal(File("""{ "Hpo": { "port": 5081 """), ("data", _folder.Path));

        Assert.Contains("settings.json", problem, StringComparison.Ordinal);
        Assert.Contains("LineNumber: 0", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_is_no_problem_of_the_person_who_starts_it() => Assert.Null(StartupProblem.Of(new InvalidOperationException("a fault")));

    [Fact]
    public async Task The_program_obeys_its_file()
    {
        await using var app = new ConfiguredFactory($$"""{ "Hpo": { "page-retention": "00:01:00", "token": "a-token-of-my-own" } }""", _folder.Path);
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept", "text/html");

        using var answer = await client.SendAsync(request);

        Assert.Equal("/enter", answer.Headers.Location?.AbsolutePath);
        Assert.Equal(TimeSpan.FromMinutes(1), app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Components.Server.CircuitOptions>>().Value.DisconnectedCircuitRetentionPeriod);
    }

    [Fact]
    public async Task The_program_says_what_is_wrong_a_line_each_and_ends()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(Settings).Assembly.Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HPO_DATA"] = _folder.Path, ["HPO_LISTEN"] = "0.0.0.0", ["HPO_TOKEN"] = "", ["HPO_DATA_SET"] = "/missing", ["Hpo__prot"] = "5081" },
        };
        using var program = Process.Start(start)!;

        var said = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(2, program.ExitCode);
        Assert.Collection(
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Equal("There is no option \"prot\" in the section Hpo of the configuration: --help lists the options.", line.Trim()),
            line => Assert.StartsWith("Others can reach http://0.0.0.0:5080, so", line, StringComparison.Ordinal),
            line => Assert.StartsWith("The data-set folder /missing of HPO_DATA_SET does not exist", line, StringComparison.Ordinal));
    }

    private Action<IConfigurationBuilder> File(string json)
    {
        System.IO.File.WriteAllText(Path.Combine(_folder.Path, "settings.json"), json);
        return files => files.SetBasePath(_folder.Path).AddJsonFile("settings.json");
    }

    /// <summary>The app with a file of options.</summary>
    private sealed class ConfiguredFactory(string json, string folder) : DashboardFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            System.IO.File.WriteAllText(Path.Combine(folder, "settings.json"), json);
            builder.ConfigureAppConfiguration(files => files.AddJsonFile(Path.Combine(folder, "settings.json")));
        }
    }
}
