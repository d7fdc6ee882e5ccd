using Hpo.Studies.Organising;

namespace Hpo.Studies.Tests.Organising;

public class TagRulesTests
{
    [Fact]
    public void Tags_are_kept_with_single_spaces() => Assert.Equal("week one", TagRules.Normalise("  week   one "));

    [Fact]
    public void Tags_that_differ_in_the_case_of_letters_are_the_same()
    {
        Assert.Equal(["Lecture"], TagRules.Add(["Lecture"], " lecture").AsEnumerable());
        Assert.Empty(TagRules.Remove(["Lecture"], "LECTURE"));
    }

    [Theory]
    [InlineData(" ", "Give the tag a name.")]
    [InlineData("a,b", "A tag contains no comma and no quotation mark.")]
    [InlineData("a\tb", "The tag contains a character that cannot be shown.")]
    [InlineData("0123456789012345678901234567890", "The tag has 31 characters: at most 30 are allowed.")]
    public void What_is_no_tag_is_refused_in_words(string tag, string problem) => Assert.Equal(problem, TagRules.Refuse([], tag));

    [Fact]
    public void A_study_has_ten_tags_at_most()
    {
        string[] ten = [.. Enumerable.Range(0, 10).Select(i => $"tag {i}")];
        Assert.Equal("A study has at most 10 tags.", TagRules.Refuse([.. ten], "another"));
        Assert.Null(TagRules.Refuse([.. ten], "TAG 3"));
        Assert.Equal("A study has at most 10 tags.", TagRules.RefuseAll([.. ten, "another"]));
    }
}
