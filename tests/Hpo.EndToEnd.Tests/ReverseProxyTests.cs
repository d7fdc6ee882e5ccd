using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>The dashboard behind the nginx of Debian, with the configuration of docs/nginx.conf: HTTPS to the outside, plain HTTP between the two.</summary>
public sealed partial class ReverseProxyTests
{
    [Fact]
    public async Task People_enter_by_https_and_watch_live_through_nginx()
    {
        await using var app = await RunningApp.StartAsync("--behind-proxy", "127.0.0.1", "--host", "lab.example.org", "--token", "a-token-of-the-test");
        await using var nginx = await Nginx.StartAsync(app.Address);
        Assert.Contains(app.Output, line => line.Contains("https://lab.example.org/enter#a-token-of-the-test", StringComparison.Ordinal));
        var cookies = new CookieContainer();
        using var handler = nginx.NewHandler(cookies);
        using var browser = new HttpClient(handler) { BaseAddress = nginx.Address };

        var entrance = await browser.GetStringAsync("/enter");
        using var form = new FormUrlEncodedContent([new("token", "a-token-of-the-test"), new("from", "/"), new("__RequestVerificationToken", Proof().Match(entrance).Groups[1].Value)]);
        using var enter = new HttpRequestMessage(HttpMethod.Post, "/session") { Content = form };
        enter.Headers.Add("Origin", nginx.Address.ToString().TrimEnd('/'));
        using var entered = await browser.SendAsync(enter);

        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.All(entered.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("New study", await browser.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal("{}", await HandshakeAsync(nginx, cookies));
    }

    [Fact]
    public async Task Who_says_to_have_come_through_a_proxy_and_has_not_is_refused_and_what_a_visitor_says_of_it_is_replaced()
    {
        await using var app = await RunningApp.StartAsync("--behind-proxy", "127.0.0.2", "--host", "lab.example.org", "--token", "a-token-of-the-test");
        await using var nginx = await Nginx.StartAsync(app.Address);
        using var handler = nginx.NewHandler(new CookieContainer());
        using var browser = new HttpClient(handler) { BaseAddress = nginx.Address };

        using var refused = await browser.GetAsync("/enter");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("did not come from the one that the dashboard stands behind", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var direct = new HttpClient { BaseAddress = app.Address };
        using var plain = await direct.GetAsync("/enter");
        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
    }

    /// <summary>What the study hub answers to a first word over wss.</summary>
    private static async Task<string> HandshakeAsync(Nginx nginx, CookieContainer cookies)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Host", nginx.Host);
        socket.Options.SetRequestHeader("Origin", nginx.Address.ToString().TrimEnd('/'));
        socket.Options.SetRequestHeader("Cookie", cookies.GetCookieHeader(nginx.Address));
        using var handler = nginx.NewHandler(cookies);
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        await socket.ConnectAsync(new UriBuilder(nginx.Address) { Scheme = "wss", Path = "/hubs/study" }.Uri, invoker, patience.Token);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, patience.Token);
        var buffer = new byte[1024];
        var received = await socket.ReceiveAsync(buffer, patience.Token);
        return Encoding.UTF8.GetString(buffer, 0, received.Count).TrimEnd('\u001e');
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]*)""")]
    private static partial Regex Proof();
}
