namespace Hpo.Dashboard.Components.Forms;

/// <summary>The line below a field, which says what is wrong or what helps. It is always there, so that nothing moves when there is something to say.</summary>
internal static class FieldNote
{
    private const string Nothing = "\u00a0";

    /// <summary>The id of the line below a field.</summary>
    public static string IdOf(string field) => $"{field}-note";

    /// <summary>The id of what helps at a field; null while the line says what is wrong.</summary>
    public static string? IdOf(string field, string? problem) => problem is null ? IdOf(field) : null;

    public static string Text(string? hint) => hint ?? Nothing;
}
