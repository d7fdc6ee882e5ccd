using Hpo.Dashboard.Hosting;
using Microsoft.Extensions.Logging;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed class DashboardOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private DashboardOptions Read(params (string Key, string? Value)[] said) => GivenOptions.Read([("data", _folder.Path), .. said]);

    private string Refusal(params (string Key, string? Value)[] said) => GivenOptions.Refusal([("data", _folder.Path), .. said]);

    [Fact]
    public void Listens_on_loopback_when_nothing_is_said()
    {
        var options = Read();

        Assert.Equal("http://127.0.0.1:5080", options.Urls);
        Assert.True(options.IsLoopbackOnly);
    }

    [Theory]
    [InlineData("log", "loud", "--log loud is not a level: give one of trace, debug, information, warning, error, critical or none.")]
    [InlineData("log", "3", "--log 3 is not a level: give one of trace, debug, information, warning, error, critical or none.")]
    [InlineData("log-format", "xml", "--log-format xml is not a format: give simple, for people, or json, for programs.")]
    public void How_much_is_logged_and_how_is_one_of_a_list(string option, string value, string message) =>
        Assert.Equal(message, Refusal((option, value)));

    [Fact]
    public void What_is_logged_is_for_people_unless_something_else_is_asked_for()
    {
        Assert.Equal(new LogOptions(LogLevel.Information, IsJson: false), Read().Log);
        Assert.Equal(new LogOptions(LogLevel.Debug, IsJson: true), Read(("log", "Debug"), ("log-format", "json")).Log);
    }

    [Fact]
    public void A_port_of_the_command_line_comes_before_the_environment_and_before_urls()
    {
        var options = Read(("port", "5081"), ("HPO_PORT", "5082"), ("urls", "http://127.0.0.1:5083"));

        Assert.Equal("http://127.0.0.1:5081", options.Urls);
    }

    [Fact]
    public void The_port_can_come_from_the_environment() =>
        Assert.Equal("http://127.0.0.1:5082", Read(("HPO_PORT", "5082")).Urls);

    [Theory]
    [InlineData("0.0.0.0", null, "http://0.0.0.0:5080")]
    [InlineData("192.0.2.1", "81", "http://192.0.2.1:81")]
    [InlineData("::1", "81", "http://[::1]:81")]
    [InlineData("[::]", "81", "http://[::]:81")]
    [InlineData("*", null, "http://*:5080")]
    public void Listens_where_it_is_told_to(string listen, string? port, string urls) =>
        Assert.Equal(urls, Read(("listen", listen), ("port", port), ("token", "auto")).Urls);

    [Fact]
    public void A_name_to_listen_on_is_refused_because_it_would_mean_every_address() =>
        Assert.StartsWith("--listen lab.example is not an address", Refusal(("listen", "lab.example"), ("token", "auto")), StringComparison.Ordinal);

    [Theory]
    [InlineData("listen", "0.0.0.0")]
    [InlineData("listen", "192.0.2.1")]
    [InlineData("urls", "http://*:5080")]
    [InlineData("urls", "http://127.0.0.1:5080;http://[::]:5081")]
    [InlineData("urls", "http://lab.example:80")]
    public void Without_a_token_nobody_else_can_reach_it(string option, string value)
    {
        var problem = Refusal((option, value));

        Assert.Contains("needs the presenter's token: add --token auto", problem, StringComparison.Ordinal);
        Assert.NotNull(Read((option, value), ("HPO_TOKEN", "a-token-of-my-own")).Token);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("HPO_TOKEN")]
    public void A_poor_token_is_refused_and_not_repeated(string option)
    {
        var problem = Refusal((option, "hunter2"));

        Assert.Contains("it has 7 characters", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_can_lie_in_a_file()
    {
        var file = Path.Combine(_folder.Path, "token");
        File.WriteAllText(file, "a-token-of-my-own\n");

        Assert.NotNull(Read(("token-file", file)).Token);
        Assert.Contains("cannot be read from --token-file", Refusal(("token-file", file + ".missing")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_options_tell_no_token_when_they_are_printed() =>
        Assert.DoesNotContain("a-token-of-my-own", Read(("token", "a-token-of-my-own")).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://lab.example")]
    [InlineData("192.0.2.1")]
    [InlineData("a b")]
    public void A_host_is_a_name_and_nothing_else(string host) =>
        Assert.StartsWith($"--host {host} is not a host name", Refusal(("host", host)), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:5081", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://192.0.2.1:5080", false)]
    public void Knows_whether_others_can_reach_it(string urls, bool loopback) =>
        Assert.Equal(loopback, Read(("urls", urls), ("token", "auto")).IsLoopbackOnly);

    [Theory]
    [InlineData("port", "eighty", "--port eighty is not a port number: give one from 1 to 65535, such as --port 5081.")]
    [InlineData("port", "65536", "--port 65536 is not a port number: give one from 1 to 65535, such as --port 5081.")]
    [InlineData("port", "-1", "--port -1 is not a port number: give one from 1 to 65535, such as --port 5081.")]
    [InlineData("urls", "5080", "--urls 5080 is not an address: give one like --urls http://127.0.0.1:5080.")]
    public void A_bad_address_is_refused_in_one_sentence(string key, string value, string message) =>
        Assert.Equal(message, Refusal((key, value)));

    [Fact]
    public void A_missing_data_folder_is_made_and_left_empty()
    {
        var path = Path.Combine(_folder.Path, "new", "folder");

        var options = Read(("data", path));

        Assert.Equal(path, options.DataFolder);
        Assert.Empty(Directory.EnumerateFileSystemEntries(path));
    }

    [Fact]
    public void A_data_folder_that_cannot_be_written_is_refused_with_the_option_that_changes_it()
    {
        var file = Path.Combine(_folder.Path, "a-file");
        File.WriteAllText(file, "");

        var problem = Refusal(("data", file));

        Assert.StartsWith($"The data folder {file} cannot be written", problem, StringComparison.Ordinal);
        Assert.EndsWith("name another one with --data DIR.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_data_folder_follows_XDG_DATA_HOME()
    {
        var options = GivenOptions.Read(("XDG_DATA_HOME", _folder.Path));

        Assert.Equal(Path.Combine(_folder.Path, "hpo-dashboard"), options.DataFolder);
    }

    [Fact]
    public void A_data_set_folder_that_does_not_exist_is_refused()
    {
        var missing = Path.Combine(_folder.Path, "missing");

        var problem = Refusal(("data-set", missing));

        Assert.Contains(missing, problem, StringComparison.Ordinal);
        Assert.Contains("--data-set DIR", problem, StringComparison.Ordinal);
    }
}
