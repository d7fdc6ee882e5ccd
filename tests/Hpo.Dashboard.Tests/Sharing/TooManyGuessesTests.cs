using System.Net;
using Hpo.Dashboard.Access;

namespace Hpo.Dashboard.Tests.Sharing;

public sealed class TooManyGuessesTests
{
    [Fact]
    public async Task After_so_many_wrong_codes_the_page_asks_to_wait()
    {
        using var factory = new DashboardFactory();
        using var client = factory.CreateClient();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i <= Limits.WrongGuessesPerMinute; i++)
        {
            using var response = await client.GetAsync("/watch/zzzzzz");
            statuses.Add(response.StatusCode);
        }

        Assert.All(statuses.SkipLast(1), status => Assert.Equal(HttpStatusCode.NotFound, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }
}
