using Hpo.Dashboard.Hosting;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--port", "5081")]
    [InlineData("--port=5081", "--data=here")]
    [InlineData("--urls", "http://127.0.0.1:1", "--data-set", "there")]
    [InlineData("--Logging:LogLevel:Default=Debug")]
    public void Takes_the_options_it_lists(params string[] args) => CommandLine.Check(args);

    [Theory]
    [InlineData("There is no option --prot: --help lists the options.", "--prot", "5081")]
    [InlineData("There is no option --prot=5081: --help lists the options.", "--prot=5081")]
    [InlineData("5081 is not an option: --help lists the options.", "5081")]
    [InlineData("The option --port needs a value: --help lists the options.", "--data", "here", "--port")]
    [InlineData("The option --data needs a value: --help lists the options.", "--data", "", "--port", "5081")]
    [InlineData("The option --token needs a value: --help lists the options.", "--token=")]
    public void Refuses_what_would_be_without_effect(string message, params string[] args) =>
        Assert.Equal(message, Assert.Throws<StartupException>(() => CommandLine.Check(args)).Message);

    [Fact]
    public void Help_names_every_option()
    {
        Assert.True(CommandLine.AsksForHelp(["--help"]));
        Assert.All(CommandLine.Options, option => Assert.Contains($"--{option} ", CommandLine.Help, StringComparison.Ordinal));
    }
}
