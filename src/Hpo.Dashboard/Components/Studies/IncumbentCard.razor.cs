using Hpo.Dashboard.Models.Studies;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>The best result so far, and what it did differently from the one before.</summary>
public sealed partial class IncumbentCard
{
    private int? _numberAtFirst;

    /// <summary>The best result; null before there is one.</summary>
    [Parameter, EditorRequired]
    public IncumbentSummary? Incumbent { get; set; }

    /// <summary>Whether there will be no better one.</summary>
    [Parameter]
    public bool IsEnded { get; set; }

    /// <summary>Somebody wants to see a trial.</summary>
    [Parameter]
    public EventCallback<int> OnShow { get; set; }

    /// <summary>Whether it came while this page was open: what was here before is no news.</summary>
    private bool IsNew => Incumbent is { } best && best.Number != _numberAtFirst;

    protected override void OnParametersSet() => _numberAtFirst ??= Incumbent?.Number ?? 0;
}
