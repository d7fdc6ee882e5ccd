using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace Hpo.Dashboard.Theming;

/// <summary>
/// The style sheets with the theme's variables, light and dark and for a hall. The variables are those that <see cref="MudThemeProvider"/> renders; pages without a
/// circuit, which a hall loads all at once, get those alone that they use.
/// </summary>
public sealed partial class ThemeSheets
{
    private ThemeSheets(string light, string dark)
    {
        Full = new("theme.css", Write(light, dark));
        Plain = new("theme-plain.css", Write(UsedInPlain(light), UsedInPlain(dark)));
    }

    /// <summary>For pages with a circuit.</summary>
    public ThemeSheet Full { get; }

    /// <summary>For pages without one.</summary>
    public ThemeSheet Plain { get; }

    public static async Task<ThemeSheets> CreateAsync(IServiceProvider services, ILoggerFactory logs)
    {
        // the renderer asks for services that live as long as a request
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var light = await RenderAsync(renderer, dark: false);
        var dark = string.Concat(PaletteVariable().Matches(await RenderAsync(renderer, dark: true)).Select(it => it.Value));
        return new(light + HpoTheme.LightCharts.ToVariables() + HpoTheme.Spacing, dark + HpoTheme.DarkCharts.ToVariables());
    }

    private static string Write(string light, string dark) => $$"""
        :root{color-scheme:light;{{light}}}
        :root[data-projector]{{{HpoTheme.LightProjector}}}
        :root[data-theme="dark"]{color-scheme:dark;{{dark}}}
        :root[data-theme="dark"][data-projector]{{{HpoTheme.DarkProjector}}}
        @media (prefers-color-scheme:dark){
        :root[data-theme="system"]{color-scheme:dark;{{dark}}}
        :root[data-theme="system"][data-projector]{{{HpoTheme.DarkProjector}}}
        }
        """;

    private static string UsedInPlain(string variables) =>
        string.Concat(Variable().Matches(variables).Where(it => HpoTheme.UsedInPlain.Contains(it.Groups[1].Value)).Select(it => it.Value));

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

    [GeneratedRegex(@"(--[a-z0-9-]+)\s*:[^;]*;")]
    private static partial Regex Variable();
}
