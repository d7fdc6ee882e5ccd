using System.Collections.Immutable;
using System.Globalization;
using Hpo.Dashboard.Models.Studies;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>A study in the list. It is rendered again only when it looks different.</summary>
public sealed partial class StudyRow
{
    private (StudyListItem Study, bool MayChange, bool MayStart, IReadOnlyList<string> Known)? _rendered;

    [Parameter, EditorRequired]
    public StudyListItem Study { get; set; } = default!;

    [Parameter]
    public bool MayChange { get; set; }

    [Parameter]
    public bool MayStart { get; set; }

    /// <summary>The tags of all studies.</summary>
    [Parameter]
    public IReadOnlyList<string> Known { get; set; } = [];

    [Parameter, EditorRequired]
    public Func<StudyListItem, Task> OnDelete { get; set; } = default!;

    [Parameter, EditorRequired]
    public Action<StudyListItem, ImmutableArray<string>> OnTags { get; set; } = default!;

    private bool CanDelete => MayChange && Study.CanDelete;

    private string Percent => Study.Percent.ToString("0.#", CultureInfo.InvariantCulture) + "%";

    protected override bool ShouldRender() =>
        _rendered is not { } last || !last.Study.Equals(Study) || (last.MayChange, last.MayStart) != (MayChange, MayStart) || !ReferenceEquals(last.Known, Known);

    protected override void OnAfterRender(bool firstRender) => _rendered = (Study, MayChange, MayStart, Known);
}
