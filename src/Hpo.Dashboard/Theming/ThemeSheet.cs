using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Net.Http.Headers;
using MudBlazor;

namespace Hpo.Dashboard.Theming;

/// <summary>
/// The style sheet with the theme's variables, light and dark and for a hall, for pages with and without a circuit. The variables are those that
/// <see cref="MudThemeProvider"/> renders; as a sheet they come once and are kept by the browser, and the theme changes without a server.
/// </summary>
public sealed partial class ThemeSheet
{
    private ThemeSheet(string text)
    {
        Text = text;
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }

    public string Text { get; }

    /// <summary>Another one for another text, so that browsers may keep a sheet for good.</summary>
    public string Version { get; }

    public string Address => $"theme.css?v={Version}";

    public static async Task<ThemeSheet> CreateAsync(IServiceProvider services, ILoggerFactory logs)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        var light = await RenderAsync(renderer, dark: false);
        var dark = string.Concat(PaletteVariable().Matches(await RenderAsync(renderer, dark: true)).Select(it => it.Value));
        var lightAll = light + HpoTheme.LightCharts.ToVariables() + HpoTheme.Spacing;
        var darkAll = dark + HpoTheme.DarkCharts.ToVariables();
        return new ThemeSheet($$"""
            :root{color-scheme:light;{{lightAll}}}
            :root[data-projector]{{{HpoTheme.LightProjector}}}
            :root[data-theme="dark"]{color-scheme:dark;{{darkAll}}}
            :root[data-theme="dark"][data-projector]{{{HpoTheme.DarkProjector}}}
            @media (prefers-color-scheme:dark){
            :root[data-theme="system"]{color-scheme:dark;{{darkAll}}}
            :root[data-theme="system"][data-projector]{{{HpoTheme.DarkProjector}}}
            }
            """);
    }

    public IResult ToResult(HttpContext context)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
        return Results.Text(Text, "text/css", Encoding.UTF8);
    }

    private static Task<string> RenderAsync(HtmlRenderer renderer, bool dark) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var provider = await renderer.RenderComponentAsync<MudThemeProvider>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MudThemeProvider.Theme)] = HpoTheme.Mud,
            [nameof(MudThemeProvider.IsDarkMode)] = dark,
            [nameof(MudThemeProvider.DefaultScrollbar)] = true,
        }));
        return RootVariables().Match(provider.ToHtmlString()).Groups[1].Value.ReplaceLineEndings("");
    });

    [GeneratedRegex(@":root\s*\{([^}]*)\}")]
    private static partial Regex RootVariables();

    [GeneratedRegex(@"--mud-palette-[a-z-]+:[^;]*;")]
    private static partial Regex PaletteVariable();
}
