using Hpo.Dashboard.Models;

namespace Hpo.Dashboard.Tests;

public sealed class NameHalvesTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("LeNet, small", "LeNet, small", "")]
    [InlineData("exactly twenty chars", "exactly twenty chars", "")]
    [InlineData("LeNet on Fashion-MNIST, seed 17 (2)", "LeNet on Fashion-MNIST, s", "eed 17 (2)")]
    public void The_end_of_a_long_name_stays_in_sight(string name, string start, string end) => Assert.Equal(new NameHalves(start, end), NameHalves.Of(name));

    [Fact]
    public void No_letter_is_cut_in_two()
    {
        // a family and a letter with an accent of its own are one letter each, of several characters
        var name = "aaaaaaaaaaaaaaaaaaaa" + "👩‍👩‍👧" + "e\u0301" + "12345678";
        var halves = NameHalves.Of(name);

        Assert.Equal("👩‍👩‍👧" + "e\u0301" + "12345678", halves.End);
        Assert.Equal(name, halves.Start + halves.End);
    }
}
