using System.Net;
using Hpo.Dashboard.Hosting;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed class ResponseTests(DashboardFactory factory) : IClassFixture<DashboardFactory>
{
    private readonly HttpClient _client = factory.CreateClient();

    [Theory]
    [InlineData("/")]
    [InlineData("/studies/new")]
    [InlineData("/app.css")]
    [InlineData("/no/such/page")]
    public async Task Every_response_carries_the_one_strict_policy(string path)
    {
        using var response = await _client.GetAsync(path);

        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public void The_policy_lets_no_script_in_that_the_dashboard_did_not_serve()
    {
        var scripts = SecurityHeaders.ContentSecurityPolicy.Split(';', StringSplitOptions.TrimEntries).Single(part => part.StartsWith("script-src", StringComparison.Ordinal));

        Assert.Equal("script-src 'self'", scripts);
    }

    [Theory]
    [InlineData("/_framework/blazor.web.js", "text/javascript")]
    [InlineData("/_content/Plotly.Blazor/plotly-basic-3.7.0.min.js", "text/javascript")]
    [InlineData("/lib/signalr.min.js", "text/javascript")]
    [InlineData("/lib/roboto-flex/wght.css", "text/css")]
    [InlineData("/lib/roboto-flex/files/roboto-flex-latin-wght-normal.woff2", "font/woff2")]
    public async Task Everything_a_page_loads_is_served_from_here(string path, string type)
    {
        using var response = await _client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_unknown_address_is_answered_with_404_and_a_page_that_leads_on()
    {
        using var response = await _client.GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is nothing here", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:81", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task A_page_of_another_site_opens_no_socket(string origin, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_blazor");
        request.Headers.Upgrade.ParseAdd("websocket");
        request.Headers.Add("Origin", origin);

        using var response = await _client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Our_own_page_may_open_a_socket()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Upgrade.ParseAdd("websocket");
        request.Headers.Add("Origin", "http://localhost");

        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("POST", "http://evil.example", null)]
    [InlineData("POST", "null", null)]
    [InlineData("DELETE", "http://localhost:81", null)]
    [InlineData("POST", null, "cross-site")]
    [InlineData("POST", "http://localhost", "same-site")]
    public async Task A_page_of_another_site_changes_nothing(string method, string? origin, string? site)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/session/end");
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);

        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    public async Task On_this_machine_alone_only_its_own_names_are_answered(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;

        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("--host NAME", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_kept_by_nobody_and_use_nothing_of_the_machine()
    {
        using var response = await _client.GetAsync("/");

        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("camera=()", Assert.Single(response.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_name_that_points_at_this_machine_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "rebound.example";

        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("/", 10_000)]
    [InlineData("/_content/Plotly.Blazor/plotly-basic-3.7.0.min.js", 500_000)]
    [InlineData("/app.css", 10_000)]
    public async Task Text_is_compressed_for_a_browser_that_asks(string path, int atMost)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        using var response = await _client.SendAsync(request);

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, atMost);
    }
}
