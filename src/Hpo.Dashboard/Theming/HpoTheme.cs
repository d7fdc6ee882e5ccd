using MudBlazor;

namespace Hpo.Dashboard.Theming;

/// <summary>
/// The one source of colours, type, radius and spacing. <see cref="ThemeSheets"/> makes the style sheets of all pages of it; nothing else names a colour.
/// </summary>
public static class HpoTheme
{
    private static readonly string[] FontFamily = ["Roboto Flex Variable", "system-ui", "sans-serif"];

    // darker than the library's own where white text stands on them, or they are text on a light ground (WCAG AA)
    public static readonly PaletteLight Light = new()
    {
        Background = "#f5f5f5",
        BackgroundGray = "#ececf0",
        Surface = "#ffffff",
        TextPrimary = "#424242",
        TextSecondary = "#5a5a66",
        TextDisabled = "#767680",
        ActionDefault = "#5a5a66",
        ActionDisabled = "#767680",
        LinesDefault = "#dcdce4",
        LinesInputs = "#83838d",
        TableLines = "#dcdce4",
        Divider = "#dcdce4",
        Primary = "#4340d2",
        Secondary = "#5d6b7e",
        // the point on the mark, and nothing that is read
        Tertiary = "#ffa726",
        Info = "#1565c0",
        Success = "#1b5e20",
        Warning = "#7d4a00",
        Error = "#b71b1b",
        Dark = "#323236",
        AppbarBackground = "#ffffff",
        AppbarText = "#424242",
        DrawerBackground = "#ffffff",
        DrawerText = "#424242",
        DrawerIcon = "#5a5a66",
        HoverOpacity = 0.1,
    };

    public static readonly PaletteDark Dark = new()
    {
        Background = "#121212",
        BackgroundGray = "#262629",
        Surface = "#1e1e1e",
        TextPrimary = "#e0e0e0",
        TextSecondary = "#b3b3bd",
        TextDisabled = "#85858f",
        ActionDefault = "#b3b3bd",
        ActionDisabled = "#85858f",
        LinesDefault = "#3a3a40",
        LinesInputs = "#85858f",
        TableLines = "#3a3a40",
        Divider = "#3a3a40",
        Primary = "#bb86fc",
        PrimaryContrastText = "#000000",
        Secondary = "#9aa7b8",
        SecondaryContrastText = "#000000",
        Tertiary = "#ff9800",
        TertiaryContrastText = "#000000",
        Info = "#6aa9ff",
        InfoContrastText = "#000000",
        Success = "#81c784",
        SuccessContrastText = "#000000",
        Warning = "#ffca5c",
        WarningContrastText = "#000000",
        Error = "#ff8a80",
        ErrorContrastText = "#000000",
        Dark = "#323236",
        DarkContrastText = "#ffffff",
        AppbarBackground = "#1e1e1e",
        AppbarText = "#e0e0e0",
        DrawerBackground = "#1e1e1e",
        DrawerText = "#e0e0e0",
        DrawerIcon = "#b3b3bd",
        HoverOpacity = 0.12,
    };

    /// <summary>What the charts need beside the palette; the same names in both themes.</summary>
    public static readonly ChartColours LightCharts = new()
    {
        Incumbent = "#4340d2",
        Trial = "#5d6b7e",
        Methods = ["#1257c4", "#c05000", "#00876c", "#a3128a", "#3a3a44", "#2f8fd0", "#5e5200", "#e0507a"],
    };

    public static readonly ChartColours DarkCharts = new()
    {
        Incumbent = "#cba6ff",
        Trial = "#9aa7b8",
        Methods = ["#6aa9ff", "#ff9a3c", "#3fd6b0", "#f06ac8", "#f2f2f8", "#7fd8ff", "#9a8b2a", "#ffb3c0"],
    };

    /// <summary>What a hall sees otherwise than a reader: more contrast, in the names of the sheet.</summary>
    public static readonly ThemeVariables LightProjector = ThemeVariables.ForHall(
        background: "#ffffff", text: "#000000", muted: "#2b2b33", line: "#9a9aa6", incumbent: "#2b27c4", trial: "#3d4654");

    public static readonly ThemeVariables DarkProjector = ThemeVariables.ForHall(
        background: "#000000", text: "#ffffff", muted: "#d6d6de", line: "#6a6a76", incumbent: "#d9bfff", trial: "#c3cddb");

    /// <summary>The theme as MudBlazor takes it.</summary>
    public static readonly MudTheme Mud = new()
    {
        PaletteLight = Light,
        PaletteDark = Dark,
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "0.75rem", AppbarHeight = "4rem" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = FontFamily, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = FontFamily, FontSize = "clamp(1.6rem, 1.3rem + 1vw, 2.4rem)", FontWeight = "400", LineHeight = "1.2", LetterSpacing = "-0.01em" },
            H2 = new H2Typography { FontFamily = FontFamily, FontSize = "1.25rem", FontWeight = "500", LineHeight = "1.3", LetterSpacing = "normal" },
            H3 = new H3Typography { FontFamily = FontFamily, FontSize = "1.05rem", FontWeight = "500", LineHeight = "1.35", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = FontFamily, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = FontFamily, FontSize = "0.9rem", LineHeight = "1.45", LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontFamily = FontFamily, FontSize = "0.85rem", LineHeight = "1.4", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = FontFamily, FontSize = "1rem", FontWeight = "500", LineHeight = "1.5", LetterSpacing = "normal", TextTransform = "none" },
        },
    };

    /// <summary>The measures that MudBlazor has no names for.</summary>
    public static readonly ThemeVariables Spacing = new(new Dictionary<string, string>
    {
        ["--hpo-gutter"] = "clamp(1rem, 2.5vw, 2.5rem)",
        ["--hpo-gap"] = "clamp(1rem, 1.5vw, 1.5rem)",
        ["--hpo-page-width"] = "110rem",
    });

    /// <summary>The variables that pages without a circuit use; a test holds the list against their sheets and scripts.</summary>
    public static readonly IReadOnlySet<string> UsedInPlain = new HashSet<string>
    {
        "--hpo-gap", "--hpo-gutter", "--hpo-page-width", "--hpo-incumbent", "--hpo-trial",
        "--mud-appbar-height", "--mud-default-borderradius",
        "--mud-palette-appbar-background", "--mud-palette-appbar-text", "--mud-palette-background", "--mud-palette-surface",
        "--mud-palette-error", "--mud-palette-lines-default",
        "--mud-palette-primary", "--mud-palette-primary-darken", "--mud-palette-primary-hover", "--mud-palette-primary-text",
        "--mud-palette-success", "--mud-palette-tertiary", "--mud-palette-text-primary", "--mud-palette-text-secondary",
        "--mud-typography-default-family", "--mud-typography-default-lineheight",
        "--mud-typography-h1-letterspacing", "--mud-typography-h1-lineheight", "--mud-typography-h1-size", "--mud-typography-h1-weight",
        "--mud-typography-h2-lineheight", "--mud-typography-h2-size", "--mud-typography-h2-weight",
    };
}
