using Hpo.Studies.Catalog;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Forms;

/// <summary>Something of the catalog in a list: its name, what it does, and the paper it comes from.</summary>
public sealed partial class ExplainedOption
{
    [Parameter, EditorRequired]
    public CatalogEntry Entry { get; set; } = default!;
}
