using Hpo.Cli.Output;

namespace Hpo.Cli.Tests;

public sealed class WordsTests
{
    [Fact]
    public void What_comes_from_a_file_cannot_steer_the_terminal() => Assert.Equal("a [31mb c", Words.Plain("a\u001b[31mb\nc"));

    [Fact]
    public void Numbers_stand_at_the_right_and_what_is_too_long_is_cut()
    {
        using var text = new StringWriter();
        TextTable.Write(text, ["name", "#n"], [["a", "1"], [new string('x', 100), "10"]]);
        Assert.Equal(
            [$"name{new string(' ', 56)}   n", $"a{new string(' ', 59)}   1", $"{new string('x', 59)}…  10"],
            text.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
