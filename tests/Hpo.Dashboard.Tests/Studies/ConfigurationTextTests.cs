using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class ConfigurationTextTests
{
    private static readonly Configuration Everything = new(("learning rate", 0.1), ("units", 64), ("deep", true), ("name", "it's µ"), ("path", "a/b.c"));

    [Fact]
    public void Arguments_are_quoted_where_a_shell_would_read_them_otherwise() =>
        Assert.Equal("""'--learning rate' 0.1 --units 64 --deep true --name 'it'\''s µ' --path a/b.c""", ConfigurationText.Arguments(Everything));

    [Fact]
    public void JSON_keeps_numbers_truth_values_and_texts_apart() => Assert.Equal(
        """
        {
          "learning rate": 0.1,
          "units": 64,
          "deep": true,
          "name": "it's µ",
          "path": "a/b.c"
        }
        """,
        ConfigurationText.Json(Everything),
        ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData("--rm", "'; reboot'", "; reboot")]
    [InlineData("--rm", "'$(reboot)'", "$(reboot)")]
    [InlineData("--rm", "''", "")]
    public void Nothing_that_is_copied_does_something_else(string name, string quoted, string text) =>
        Assert.Equal($"{name} {quoted}", ConfigurationText.Arguments(new Configuration(("rm", text))));

    [Fact]
    public void All_digits_are_there() =>
        Assert.Equal("--lr 0.12345678901234568", ConfigurationText.Arguments(new Configuration(("lr", 0.12345678901234568))));
}
