using Hpo.Dashboard.Components.Studies;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Studies;

/// <summary>Keeping order on the page of a study: notes, names, another run, and away with it.</summary>
public sealed class StudyOrderTests : StudyPageTest
{
    [Fact]
    public async Task A_study_has_notes_that_others_see()
    {
        var study = await Finished();
        var (mine, others) = (Open(study.Id), Open(study.Id));

        Tab(mine, "Notes");
        Tab(others, "Notes");
        Assert.Null(mine.FindComponent<NoteField>().Instance.Save("Worth a look.  "));

        Assert.Equal("Worth a look.", World.Service.Organiser.Of(study.Id).Notes);
        others.WaitForAssertion(() => Assert.Equal("Worth a look.", others.FindComponent<NoteField>().Instance.Text), Patience);
    }

    [Fact]
    public async Task A_note_that_is_too_long_is_refused_in_words()
    {
        var study = await Finished();
        World.Service.Organiser.SetNotes(study.Id, "kept");
        var page = Open(study.Id);
        Tab(page, "Notes");

        Assert.StartsWith("The note has 4,001 characters", page.FindComponent<NoteField>().Instance.Save(new string('x', 4001)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_has_a_note_that_is_found()
    {
        var study = await Finished();
        var page = Open(study.Id);
        Tab(page, "Trials");
        page.Find("button[data-trial='0']").Click();

        await page.InvokeAsync(() => page.FindComponent<TrialDetails>().FindComponent<NoteField>().Instance.Save("odd one"));

        Assert.Equal("odd one", page.Find("tr .noted").GetAttribute("title"));
        page.Find("input[type=search]").Input("ODD");
        Assert.Single(page.FindAll("button[data-trial]"));
        page.Find("input[type=search]").Input("even");
        Assert.Empty(page.FindAll("button[data-trial]"));
    }

    [Fact]
    public async Task It_runs_again_exactly_under_another_name()
    {
        var study = await Finished();
        var page = Open(study.Id);

        ChooseFromMenu(page, "Run again exactly Same definition, same seed");

        var again = World.Service.Find(World.Service.List()[0].Id)!;
        Assert.EndsWith($"/studies/{again.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal("A small study (2)", again.Definition.Name);
        Assert.Equal(study.Id, again.Definition.ClonedFrom!.Id);
        Assert.Equal(study.Definition.Seed, again.Definition.Seed);
        var cloned = Open(again.Id);
        Tab(cloned, "Definition");
        Assert.Contains("the suggestions are the same", cloned.Find(".origin").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_that_has_ended_can_be_deleted()
    {
        var study = await Finished();
        var page = Open(study.Id);

        ChooseFromMenu(page, "Delete Can be brought back for ten minutes");

        Assert.Null(World.Service.Find(study.Id));
        Assert.EndsWith("/", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);

        // the way back stays in sight when the page is left
        Overlays.WaitForAssertion(() => Assert.Contains("Deleted “A small study”.", Overlays.Find(".mud-snackbar").TextContent, StringComparison.Ordinal), Patience);
        Overlays.FindAll(".mud-snackbar button").Single(button => button.TextContent == "Undo").Click();
        Assert.NotNull(World.Service.Find(study.Id));
        Assert.EndsWith($"/studies/{study.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_is_renamed_and_what_cannot_name_one_is_refused_at_the_field()
    {
        var study = await Finished();
        var page = Open(study.Id);
        ChooseFromMenu(page, "Rename…");
        Overlays.WaitForAssertion(() => Assert.Equal("A small study", Overlays.Find("#new-name").GetAttribute("value")), Patience);

        Overlays.Find("#new-name").Input(" ");
        Overlays.Find("form#rename-form").Submit();
        Overlays.WaitForAssertion(() => Assert.NotEmpty(Overlays.Find("#rename-form .mud-input-error").TextContent), Patience);
        Assert.Equal("A small study", page.Find("h1").TextContent);

        Overlays.Find("#new-name").Input("The one for Tuesday");
        Overlays.Find("form#rename-form").Submit();
        page.WaitForAssertion(() => Assert.Equal("The one for Tuesday", page.Find("h1").TextContent), Patience);
        Assert.Equal("The one for Tuesday", World.Service.List()[0].Name);
    }
}
