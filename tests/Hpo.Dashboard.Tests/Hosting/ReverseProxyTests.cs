using System.Net;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed class ReverseProxyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("10.0.0.0/24,192.0.2.1", "10.0.0.77", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", "::ffff:127.0.0.1", HttpStatusCode.OK)]
    [InlineData("192.0.2.1", "127.0.0.1", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1", "192.0.2.1", HttpStatusCode.BadRequest)]
    [InlineData(null, "127.0.0.1", HttpStatusCode.BadRequest)]
    public async Task Only_the_proxy_is_believed_and_others_are_told(string? proxies, string from, HttpStatusCode status)
    {
        using var factory = new ProxiedFactory(proxies, IPAddress.Parse(from));
        using var client = factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/enter");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "lab.example.org");

        using var answer = await client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.BadRequest)
        {
            Assert.Contains("reverse proxy", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Empty(factory.Seen);
            return;
        }

        Assert.Equal([("203.0.113.9", "https", "lab.example.org")], factory.Seen);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void It_needs_a_name_and_a_token_and_prints_links_under_that_name()
    {
        Assert.Contains("add --host NAME", Refusal(("behind-proxy", "127.0.0.1"), ("token", "auto")), StringComparison.Ordinal);
        Assert.StartsWith("Others can reach lab.example.org, so", Refusal(("behind-proxy", "127.0.0.1"), ("host", "lab.example.org")), StringComparison.Ordinal);
        Assert.StartsWith("--behind-proxy nginx is not the address", Refusal(("behind-proxy", "nginx")), StringComparison.Ordinal);
        Assert.StartsWith("--behind-proxy 0.0.0.0/0 is not the address", Refusal(("behind-proxy", "0.0.0.0/0")), StringComparison.Ordinal);

        var options = Read(("behind-proxy", "127.0.0.1"), ("host", "lab.example.org"), ("token", "auto"));
        Assert.False(options.IsLoopbackOnly);
        Assert.Equal("https://lab.example.org/", HostNames.LinkTo(options.Urls, options).ToString());
        Assert.Equal("https://lab.example.org/watch/x", new ShareAddress(options).Of(new Uri("http://127.0.0.1:5080/"), "/watch/x").ToString());
    }

    private string Refusal(params (string Key, string? Value)[] said) => GivenOptions.Refusal([("data", _folder.Path), .. said]);

    private DashboardOptions Read(params (string Key, string? Value)[] said) => GivenOptions.Read([("data", _folder.Path), .. said]);

    /// <summary>The app as it is reached from an address.</summary>
    private sealed class ProxiedFactory(string? proxies, IPAddress from) : DashboardFactory
    {
        public List<(string Address, string Scheme, string Host)> Seen { get; } = [];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("token", "auto");
            builder.UseSetting("host", "lab.example.org");
            if (proxies is not null)
                builder.UseSetting("behind-proxy", proxies);
            builder.ConfigureTestServices(services => services
                .AddSingleton<IStartupFilter>(new From(from))
                .AddSingleton<EndpointWitness>(new EndpointWitness(Seen)));
        }

        private sealed class From(IPAddress address) : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                app.Use((context, rest) =>
                {
                    context.Connection.RemoteIpAddress = address;
                    var seen = app.ApplicationServices.GetRequiredService<EndpointWitness>();
                    context.Response.OnStarting(() =>
                    {
                        if (context.Response.StatusCode == StatusCodes.Status200OK)
                            seen.Note(context);
                        return Task.CompletedTask;
                    });
                    return rest(context);
                });
                next(app);
            };
        }
    }

    private sealed class EndpointWitness(List<(string Address, string Scheme, string Host)> seen)
    {
        public void Note(HttpContext context) => seen.Add((context.Connection.RemoteIpAddress!.ToString(), context.Request.Scheme, context.Request.Host.Value!));
    }
}
