using System.Net;
using Hpo.Dashboard.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Hpo.Dashboard.Tests.Access;

public sealed class ConnectionLimitsTests
{
    [Theory]
    [InlineData("GET", "/hubs/study", "?id=x", true)]
    [InlineData("GET", "/_blazor", "?id=x", true)]
    [InlineData("POST", "/hubs/study", "?id=x", false)]
    [InlineData("GET", "/studies/x", "?id=x", false)]
    [InlineData("GET", "/hubs/study", "", false)]
    public async Task A_connection_that_asks_again_and_again_counts_like_one_that_stands(string method, string path, string query, bool counts)
    {
        var options = new RateLimiterOptions();
        ConnectionLimits.Set(options);
        using var limiter = options.GlobalLimiter!;
        for (var i = 0; i < Limits.ConnectionsPerAddress; i++)
            Assert.True((await limiter.AcquireAsync(Request())).IsAcquired);

        using var oneMore = await limiter.AcquireAsync(Request());
        Assert.Equal(!counts, oneMore.IsAcquired);

        HttpContext Request() => new DefaultHttpContext
        {
            Connection = { RemoteIpAddress = IPAddress.Parse("192.0.2.1") },
            Request = { Method = method, Path = path, QueryString = new(query) },
        };
    }
}
