using Hpo.Dashboard.Models.Form;

namespace Hpo.Dashboard.Tests.Form;

public class CloneNameTests
{
    [Theory]
    [InlineData("LeNet", "LeNet (2)")]
    [InlineData("LeNet (2)", "LeNet (5)")]
    [InlineData("LeNet (9)", "LeNet (10)")]
    [InlineData("(2)", "(2) (2)")]
    [InlineData("LeNet (x)", "LeNet (x) (2)")]
    public void A_clone_has_the_next_name_that_is_free(string name, string next) =>
        Assert.Equal(next, CloneName.Next(name, ["LeNet (3)", "LeNet (4)"]));

    [Fact]
    public void A_long_name_is_cut_and_no_character_with_it()
    {
        Assert.Equal(new string('x', 96) + " (2)", CloneName.Next(new string('x', 100), []));
        Assert.Equal(new string('x', 95) + " (2)", CloneName.Next(new string('x', 95) + "😀😀", []));
    }
}
