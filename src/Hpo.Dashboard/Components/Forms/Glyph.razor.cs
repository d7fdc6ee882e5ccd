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
        ["tag"] = "M4 4h8l8 8-8 8-8-8ZM8 8h.01",
        ["note"] = "M5 4h14v11l-5 5H5ZM14 20v-5h5M8.5 8.5h7M8.5 12h4",
        ["again"] = "M19 12a7 7 0 1 1-2.2-5.1M19.5 3.5v4h-4",
        ["search"] = "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 20.5 20.5",
        ["wrong"] = "M12 3 2.5 20h19ZM12 10v4.5M12 17.2v.3",
    };

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";
}
