namespace Hpo.Dashboard.Theming;

/// <summary>Light, dark, or as the system says. The browser keeps the choice in a cookie, so the first byte is already right.</summary>
public static class Theme
{
    /// <summary>Written by wwwroot/js/theme.js, which holds the same three names.</summary>
    public const string CookieName = "hpo-theme";

    public static readonly IReadOnlyList<string> Names = ["light", "dark", "system"];

    /// <summary>The theme a cookie names, as in <c>data-theme</c> of the page; anything else, or no cookie, means the system's.</summary>
    public static string FromCookie(string? value) => value is not null && Names.Contains(value) ? value : "system";
}
