using System.Net;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Tests.Comparisons;
using Hpo.Dashboard.Tests.Studies;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Sharing;

public sealed class WatchPageTests(DashboardFactory factory) : IClassFixture<DashboardFactory>
{
    private readonly HttpClient _client = factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private (LiveStudy Study, string Code) Share(string name)
    {
        var service = factory.Services.GetRequiredService<StudyService>();
        var objective = service.Catalog.Objectives.Get("synthetic").Describe;
        var study = service.Start(StudyStory.Definition with
        {
            Name = name,
            Objective = new("synthetic"),
            Space = objective.DefaultSpace,
            InitialConfigurations = [objective.DefaultConfiguration],
            MaxEpochs = 1,
            Stop = new(Trials: 2),
        });
        return (study, service.WatchCodes.Share(study.Id));
    }

    [Fact]
    public async Task The_first_byte_tells_the_study_and_brings_no_circuit()
    {
        var (_, code) = Share("Watched <b>by many</b>");

        var page = await _client.GetStringAsync("/watch/" + code);

        Assert.Contains("Watched &lt;b&gt;by many&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("js/watch/watch-page", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"type\":\"server\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_is_told_with_the_first_byte_too()
    {
        var service = factory.Services.GetRequiredService<ComparisonService>();
        var comparison = service.Start(Contests.Small() with { Name = "Compared <b>by many</b>" });
        var code = service.WatchCodes.Share(comparison.Id);

        var page = await _client.GetStringAsync("/watch/" + code);
        using var typed = await _client.GetAsync("/watch?code=" + code.ToUpperInvariant());

        Assert.Contains("Compared &lt;b&gt;by many&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("js/watch/comparison-page", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web", page, StringComparison.Ordinal);
        // the code is all that spectators are told
        Assert.DoesNotContain(comparison.Id, page, StringComparison.Ordinal);
        Assert.EndsWith("/watch/" + code, typed.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_was_typed_leads_to_the_study()
    {
        var (_, code) = Share("Typed");

        using var typed = await _client.GetAsync($"/watch?code=%20{code[..3].ToUpperInvariant()}-{code[3..]}");
        using var inCapitals = await _client.GetAsync("/watch/" + code.ToUpperInvariant());

        Assert.Equal(HttpStatusCode.Redirect, typed.StatusCode);
        Assert.EndsWith("/watch/" + code, typed.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("/watch/" + code, inCapitals.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_code_it_asks_for_one()
    {
        using var response = await _client.GetAsync("/watch");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("name=\"code\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("..%2F..%2Fetc")]
    public async Task What_is_no_code_is_answered_kindly_with_404_and_as_text(string typed)
    {
        using var response = await _client.GetAsync("/watch?code=" + typed);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("A code has six letters", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_code_opens_nothing()
    {
        var (study, code) = Share("Withdrawn");
        factory.Services.GetRequiredService<StudyService>().WatchCodes.Withdraw(study.Id);

        using var response = await _client.GetAsync("/watch/" + code);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("the presenter has stopped sharing", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
