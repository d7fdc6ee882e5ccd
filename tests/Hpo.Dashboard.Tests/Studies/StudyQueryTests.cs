using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Tests.Studies;

public class StudyQueryTests
{
    private static readonly StudyEntry Study = new(
        new("abc", "LeNet, small", DateTimeOffset.UnixEpoch, StudyStatus.Running, null, 0.5, 1, 2, TimeSpan.Zero),
        new("Try a smaller rate.", ["week 3", "lecture"]),
        new("LeNet", "TPE", "Median stopping"),
        "LeNet, small\nLeNet\nTPE\nMedian stopping\nweek 3\nlecture\nTry a smaller rate.");

    [Theory]
    [InlineData("", true)]
    [InlineData("   ", true)]
    [InlineData("lenet", true)]
    [InlineData("lenet tpe", true)]
    [InlineData("lenet grid", false)]
    [InlineData("\"smaller rate\"", true)]
    [InlineData("\"rate smaller\"", false)]
    [InlineData("rate smaller", true)]
    [InlineData("tag:Lecture", true)]
    [InlineData("tag:lect", false)]
    [InlineData("tag:\"week 3\"", true)]
    [InlineData("tag:", true)]
    [InlineData("status:run", true)]
    [InlineData("status:completed", false)]
    [InlineData("tag:lecture status:running small", true)]
    [InlineData("\"", true)]
    public void All_words_must_occur(string text, bool matches) => Assert.Equal(matches, StudyQuery.Parse(text).Matches(Study));

    [Theory]
    [InlineData("", "week 3", "tag:\"week 3\"")]
    [InlineData("small", "lecture", "small tag:lecture")]
    [InlineData("small tag:LECTURE", "lecture", "small")]
    [InlineData("\"a b\" tag:\"week 3\"", "Week 3", "\"a b\"")]
    public void A_tag_is_asked_for_and_no_more(string text, string tag, string toggled) => Assert.Equal(toggled, StudyQuery.Parse(text).Toggled(tag));

    [Fact]
    public void A_long_text_is_looked_at_as_far_as_is_reasonable() => Assert.True(StudyQuery.Parse(new string('x', 100_000)).Tags.ToList() is []);

    [Fact]
    public void Studies_without_an_error_come_last_whatever_the_best()
    {
        StudyEntry[] studies = [With("a", null), With("b", 0.5), With("c", 0.1)];
        Assert.Equal(["c", "b", "a"], StudySearch.Find(studies, StudyQuery.Parse(""), StudyOrder.Best).Select(study => study.Summary.Id));
    }

    [Fact]
    public void Tags_are_counted_whatever_the_case_of_their_letters()
    {
        StudyEntry[] studies = [Study, Study with { Metadata = new("", ["LECTURE"]) }];
        Assert.Equal([("lecture", 2), ("week 3", 1)], StudySearch.Tags(studies, 20));
    }

    private static StudyEntry With(string id, double? error) => Study with { Summary = Study.Summary with { Id = id, BestError = error } };
}
