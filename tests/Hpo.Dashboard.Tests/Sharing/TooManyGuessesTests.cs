using System.Net;
using Hpo.Dashboard.Access;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Sharing;

public sealed class TooManyGuessesTests
{
    [Fact]
    public async Task While_a_program_guesses_the_page_says_so_and_tries_again_by_itself()
    {
        using var limit = new GuessLimit(new StoppedClock());
        using var factory = new DashboardFactory();
        using var client = factory.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton(limit))).CreateClient();
        for (var i = 0; i < Limits.WrongGuessesPerMinute + Limits.WrongGuessesHeld; i++)
            _ = limit.NoteWrongAsync(null);

        using var response = await client.GetAsync("/watch/zzzzzz");

        Assert.Equal((HttpStatusCode.TooManyRequests, "10"), (response.StatusCode, string.Concat(response.Headers.GetValues("Refresh"))));
        Assert.Contains("This page tries again by itself.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
