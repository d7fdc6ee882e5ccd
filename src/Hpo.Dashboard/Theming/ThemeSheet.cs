using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Hpo.Dashboard.Theming;

/// <summary>A style sheet with the theme's variables. Once a browser has it, it keeps it; the theme changes without a server.</summary>
public sealed class ThemeSheet(string path, string text)
{
    /// <summary>Where it is served.</summary>
    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>Another one for another text, so that browsers may keep a sheet for good.</summary>
    public string Address { get; } = $"{path}?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}";

    public IResult ToResult(HttpContext context)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        return Results.Text(Text, "text/css", Encoding.UTF8);
    }
}
