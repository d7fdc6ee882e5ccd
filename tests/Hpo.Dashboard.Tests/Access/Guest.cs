using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Hpo.Dashboard.Tests.Access;

/// <summary>A browser at the entrance: it keeps cookies, sends origins, and follows no redirection by itself.</summary>
public sealed partial class Guest : IDisposable
{
    private readonly HttpClient _client;

    public Guest(GuardedFactory factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        _client = factory.CreateDefaultClient(new CookieContainerHandler(Cookies));
        _client.BaseAddress = new Uri("http://localhost/");
    }

    public CookieContainer Cookies { get; } = new();

    public string? Visitor => Cookies.GetCookies(_client.BaseAddress!).FirstOrDefault(cookie => cookie.Name.StartsWith("hpo-visitor", StringComparison.Ordinal))?.ToString();

    public void Dispose() => _client.Dispose();

    public async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        return await _client.SendAsync(request);
    }

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => await _client.SendAsync(request);

    /// <summary>Sends the form of the entrance, as the page itself does.</summary>
    public Task<HttpResponseMessage> EnterAsync(string token, string from = "/") => SubmitAsync("/enter", "/session", ("token", token), ("from", from));

    public Task<HttpResponseMessage> LeaveAsync() => SubmitAsync("/leave", "/session/end");

    /// <summary>Opens a page and sends a form from it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string path, params (string Name, string Value)[] fields)
    {
        var proof = Proof().Match(await ReadAsync(page)).Groups[1].Value;
        return await PostAsync(path, [.. fields, ("__RequestVerificationToken", proof)]);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Origin", "http://localhost");
        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _client.SendAsync(request);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]*)""")]
    private static partial Regex Proof();
}
