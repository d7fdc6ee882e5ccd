using System.Net;
using Hpo.Dashboard.Tests.Access;
using Hpo.Studies.Running;
using Hpo.Studies.Wording;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Hostile;

/// <summary>Addresses and names of a stranger: nothing outside the program's own files is served, and a name is text wherever it is shown.</summary>
public sealed class HostileRequestTests(GuardedFactory factory) : IClassFixture<GuardedFactory>
{
    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/js/..%2f..%2f..%2fappsettings.json")]
    [InlineData("/js/%5c..%5c..%5cstudies.db")]
    [InlineData("/access.key")]
    [InlineData("/keys/")]
    [InlineData("/studies.db")]
    [InlineData("/signed-out.txt")]
    [InlineData("/studies/..%2f..%2fstudies.db")]
    [InlineData("/studies/%f0%28%8c%bc")]
    [InlineData("/comparisons/..%2f..%2faccess.key/export.csv")]
    [InlineData("/comparisons/%3Cscript%3E/export.json")]
    [InlineData("/studies/new?example=..%2F..%2F")]
    [InlineData("/studies/new?example=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/comparisons/new?from=%00&example=%FF")]
    [InlineData("/studies?sort=NaN&page=-1")]
    public async Task No_address_leads_out_or_breaks_anything(string path)
    {
        using var presenter = await factory.PresenterAsync();
        using var answer = await presenter.GetAsync(path);

        Assert.InRange((int)answer.StatusCode, 200, 499);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("root:", body, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite format", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", body, StringComparison.Ordinal);
        Assert.DoesNotContain(factory.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_of_any_length_is_answered()
    {
        using var presenter = await factory.PresenterAsync();
        using var answer = await presenter.GetAsync("/studies/" + new string('x', 7_000));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\"><svg onload=alert(1)>")]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("../../etc/passwd")]
    [InlineData("‮gnp.exe")]
    public async Task A_name_is_text_wherever_it_is_shown(string name)
    {
        using var presenter = await factory.PresenterAsync();
        var study = factory.Services.GetRequiredService<StudyService>().Start(BraninStudy.Definition with { Name = name });
        await Studies.StudyWorld.Until(study, snapshot => snapshot.Status == Hpo.Studies.Views.StudyStatus.Ended);

        foreach (var path in new[] { "/", $"/studies/{study.Id}" })
        {
            var page = await presenter.ReadAsync(path);
            // the list is at most half a second old
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (!WebUtility.HtmlDecode(page).Contains(DirectionMarks.Without(name), StringComparison.Ordinal))
            {
                await Task.Delay(50, patience.Token);
                page = await presenter.ReadAsync(path);
            }

            // what follows it is not turned
            Assert.False(DirectionMarks.AreIn(WebUtility.HtmlDecode(page)));
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<svg onload", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("POST", "/studies/new")]
    [InlineData("POST", "/session")]
    [InlineData("PUT", "/studies/x")]
    [InlineData("DELETE", "/studies/x")]
    [InlineData("PATCH", "/comparisons/x")]
    [InlineData("TRACE", "/")]
    public async Task A_request_that_would_change_something_does_not_without_a_form_of_ours(string method, string path)
    {
        using var presenter = await factory.PresenterAsync();
        var before = factory.Services.GetRequiredService<StudyService>().List().Count;
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Origin", "http://localhost");
        using var answer = await presenter.SendAsync(request);

        Assert.InRange((int)answer.StatusCode, 300, 499);
        Assert.Equal(before, factory.Services.GetRequiredService<StudyService>().List().Count);
    }
}
