using Hpo.Dashboard.Models;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Common;

/// <summary>A name in one line, cut in its middle where there is no room for it.</summary>
public sealed partial class LongName
{
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    private NameHalves Halves => NameHalves.Of(Text);
}
