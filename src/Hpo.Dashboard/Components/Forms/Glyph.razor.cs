using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Forms;

/// <summary>An icon of the forms.</summary>
public sealed partial class Glyph
{
    private static readonly Dictionary<string, string> Paths = new()
    {
        ["add"] = "M12 5v14M5 12h14",
        ["copy"] = "M9 9h11v11H9zM15 5.5V4H4v11h1.5",
        ["remove"] = "M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7M10.5 11v5M13.5 11v5",
        ["up"] = "M12 19V5M6 11l6-6 6 6",
        ["down"] = "M12 5v14M6 13l6 6 6-6",
        ["undo"] = "M9 7 4.5 11.5 9 16M5 11.5h9a5 5 0 0 1 0 10h-2",
        ["redo"] = "M15 7l4.5 4.5L15 16M19 11.5h-9a5 5 0 0 0 0 10h2",
        ["start"] = "M8 5.5v13l10.5-6.5Z",
        ["wrong"] = "M12 3 2.5 20h19ZM12 10v4.5M12 17.2v.3",
    };

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";
}
