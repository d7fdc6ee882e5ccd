using System.Net;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class PrerenderTests(DashboardFactory factory) : IClassFixture<DashboardFactory>
{
    private readonly HttpClient _client = factory.CreateClient();

    [Fact]
    public async Task The_first_byte_of_a_study_page_already_holds_the_study()
    {
        var service = factory.Services.GetRequiredService<StudyService>();
        var objective = service.Catalog.Objectives.Get("synthetic").Describe;
        var study = service.Start(StudyStory.Definition with
        {
            Name = "Prerendered",
            Objective = new("synthetic"),
            Space = objective.DefaultSpace,
            InitialConfigurations = [objective.DefaultConfiguration],
            MaxEpochs = 1,
            Stop = new(Trials: 2),
        });
        await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Ended);

        var page = await _client.GetStringAsync("/studies/" + study.Id);
        var home = await _client.GetStringAsync("/");

        Assert.Contains("<h1", page, StringComparison.Ordinal);
        Assert.Contains("Prerendered", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-trial=", page, StringComparison.Ordinal);
        Assert.Contains("data-trial=\"1\"", await _client.GetStringAsync($"/studies/{study.Id}?tab=trials"), StringComparison.Ordinal);
        Assert.Contains("id=\"details-title\"", await _client.GetStringAsync($"/studies/{study.Id}?trial=1"), StringComparison.Ordinal);
        Assert.Contains("id=\"definition-text\"", await _client.GetStringAsync($"/studies/{study.Id}?tab=definition&trial=many&column=x"), StringComparison.Ordinal);
        Assert.Contains("All 2 trials have run.", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/studies/{study.Id}\"", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_study_is_not_found()
    {
        using var response = await _client.GetAsync("/studies/nosuchid");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("No such study", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TrialTable")]
    [InlineData("CopyButton")]
    [InlineData("NoteField")]
    public async Task The_modules_the_pages_import_are_served(string component)
    {
        using var response = await _client.GetAsync($"/Components/Studies/{component}.razor.js");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
