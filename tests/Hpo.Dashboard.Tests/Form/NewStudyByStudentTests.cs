using Hpo.Dashboard.Access;
using Microsoft.Extensions.DependencyInjection;
using NewStudyPage = Hpo.Dashboard.Pages.NewStudy;

namespace Hpo.Dashboard.Tests.Form;

/// <summary>The form of a student, who is told of the limits of the class as one types.</summary>
public sealed class NewStudyByStudentTests : NewStudyPageTest
{
    private protected override Visitor? Visitor => new("s", VisitorRole.Student);

    [Theory]
    [InlineData("study-trials", "51", "A student's study has at most 50 trials.")]
    [InlineData("study-workers", "3", "A student's study has at most 2 workers.")]
    [InlineData("study-timelimit", "11 min", "A student's study runs for at most 10 minutes.")]
    public void What_is_too_much_is_said_at_its_field_before_Start(string field, string text, string problem)
    {
        Services.GetRequiredService<ClassRoom>().IsOpen = true;
        var page = Render<NewStudyPage>();

        page.Find($"#{field}").Input(text);

        Assert.Equal(problem, NoteOf(page, field));
        Assert.Contains("One thing is not right yet.", page.Find(".start-bar .says").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_start_nothing_at_the_moment_reads_it_before_anything_is_typed() =>
        Assert.Contains("The presenter lets students start no studies at the moment.", Render<NewStudyPage>().Find(".start-bar .says").TextContent, StringComparison.Ordinal);
}
