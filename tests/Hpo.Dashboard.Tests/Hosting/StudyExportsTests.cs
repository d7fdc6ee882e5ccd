using System.Net;
using System.Text.RegularExpressions;
using Hpo.Dashboard.Tests.Studies;
using Hpo.Studies.Exchange;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed partial class StudyExportsTests(DashboardFactory factory) : IClassFixture<DashboardFactory>
{
    private readonly HttpClient _client = factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    private readonly StudyService _studies = factory.Services.GetRequiredService<StudyService>();

    [Theory]
    [InlineData("export", ".hpo-study.jsonl", "{\"format\":\"hpo-study\"")]
    [InlineData("trials.csv", "-trials.csv", "trial,status,error")]
    [InlineData("trials.json", "-trials.json", "{")]
    [InlineData("definition.json", ".json", "{")]
    [InlineData("program.cs", ".cs", "// The study \"../<b>=x\"")]
    public async Task A_study_is_taken_away_under_a_safe_name(string kind, string ending, string beginning)
    {
        var study = await RunAsync("../<b>=x");
        using var response = await _client.GetAsync($"/studies/{study.Id}/{kind}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("b-x" + ending, response.Content.Headers.ContentDisposition!.FileName);
        Assert.StartsWith(beginning, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var unknown = await _client.GetAsync($"/studies/unknown/{kind}");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_file_is_opened_and_leads_to_its_study()
    {
        var study = await RunAsync("It travels");
        var file = await _client.GetByteArrayAsync($"/studies/{study.Id}/export");

        using var response = await OpenAsync(file);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var address = response.Headers.Location!.ToString();
        Assert.NotEqual($"/studies/{study.Id}", address);
        Assert.Contains("It travels", await _client.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_answered_with_what_is_wrong_and_stores_nothing()
    {
        var study = await RunAsync("It is damaged");
        var file = await _client.GetByteArrayAsync($"/studies/{study.Id}/export");
        var before = _studies.List().Count;

        using var response = await OpenAsync(file[..^10]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("The file breaks off in the middle of a line.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var markup = await OpenAsync("<script>alert(1)</script>\n"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, markup.StatusCode);
        Assert.Equal(before, _studies.List().Count);
    }

    [Fact]
    public async Task Without_its_token_nothing_is_opened()
    {
        using var content = new MultipartFormDataContent { { new StringContent("open-study"), "_handler" }, { new ByteArrayContent([1]), "File", "a.jsonl" } };
        using var response = await _client.PostAsync("/studies/open", content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_study_of_an_objective_that_is_not_here_is_shown_and_has_no_program()
    {
        var study = await RunAsync("From elsewhere");
        using var stream = new MemoryStream();
        var strange = study.Definition with { Objective = new("elsewhere") };
        await StudyFileWriter.WriteAsync(new StudyFile(study.CreatedAt, strange, _studies.ReadEvents(study.Id)), stream);

        using var response = await OpenAsync(stream.ToArray());
        var address = response.Headers.Location!.ToString();
        Assert.Contains("no objective called &quot;elsewhere&quot;", await _client.GetStringAsync(address + "?tab=definition"), StringComparison.Ordinal);
        using var program = await _client.GetAsync(address + "/program.cs");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, program.StatusCode);
        Assert.Contains("no objective called", await program.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> OpenAsync(byte[] file)
    {
        var page = await _client.GetStringAsync("/studies/open");
        using var content = new MultipartFormDataContent
        {
            { new StringContent("open-study"), "_handler" },
            { new StringContent(Token().Match(page).Groups[1].Value), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "File", "../../study.jsonl" },
        };
        return await _client.PostAsync("/studies/open", content);
    }

    private async Task<LiveStudy> RunAsync(string name)
    {
        var objective = _studies.Catalog.Objectives.Get("recorded-lenet").Describe;
        var study = _studies.Start(StudyStory.Definition with
        {
            Name = name,
            Objective = new("recorded-lenet"),
            Space = objective.DefaultSpace,
            InitialConfigurations = [objective.DefaultConfiguration],
            MaxEpochs = 2,
            Stop = new(Trials: 2),
        });
        await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Ended);
        return study;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
