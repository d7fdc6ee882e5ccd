namespace Hpo.Dashboard.Theming;

/// <summary>Light, dark, or as the system says. The browser keeps the choice in a cookie, so the first byte is already right.</summary>
/// <param name="Name">The choice, as in the cookie and in <c>data-theme</c> of the page.</param>
/// <param name="DarkMedia">The media for which wwwroot/dark.css applies.</param>
public sealed record Theme(string Name, string DarkMedia)
{
    /// <summary>Written by wwwroot/js/theme.js, which holds the same three names and media.</summary>
    public const string CookieName = "hpo-theme";

    public static readonly Theme Light = new("light", "not all");
    public static readonly Theme Dark = new("dark", "all");
    public static readonly Theme System = new("system", "(prefers-color-scheme: dark)");

    /// <summary>The theme a cookie names; anything else, or no cookie, means the system's.</summary>
    public static Theme FromCookie(string? value) => value switch
    {
        "light" => Light,
        "dark" => Dark,
        _ => System,
    };
}
