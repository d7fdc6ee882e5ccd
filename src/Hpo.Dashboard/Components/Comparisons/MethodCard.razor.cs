using Hpo.Dashboard.Components.Methods;
using Hpo.Dashboard.Models.Comparisons.Form;
using Hpo.Dashboard.Models.Form;
using Hpo.Studies.Catalog;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Comparisons;

/// <summary>One method of the comparison form: its name, searcher and scheduler, in the colour it has on the charts.</summary>
public sealed partial class MethodCard
{
    /// <summary>How many colours there are; see Theming/HpoTheme.cs.</summary>
    public const int MethodColours = 8;

    private IComponentChoice _searcher = default!;
    private IComponentChoice _scheduler = default!;

    [Parameter, EditorRequired]
    public ComparisonForm Form { get; set; } = default!;

    [Parameter, EditorRequired]
    public int MethodKey { get; set; }

    /// <summary>Its place among the methods, from 0.</summary>
    [Parameter, EditorRequired]
    public int Place { get; set; }

    /// <summary>Its name, typed or made from its components.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter]
    public EventCallback<int> OnDuplicate { get; set; }

    [Parameter]
    public EventCallback<int> OnRemove { get; set; }

    private string? Advice
    {
        get
        {
            var method = Form.MethodOf(MethodKey);
            return PairAdvice.Of(Form.Catalog.Searchers.Get(method.Searcher), Form.Catalog.Schedulers.Get(method.Scheduler));
        }
    }

    protected override void OnInitialized()
    {
        _searcher = new MethodChoice(Form, MethodKey, MethodRole.Searcher, FieldIds.Of(MethodKey, MethodRole.Searcher));
        _scheduler = new MethodChoice(Form, MethodKey, MethodRole.Scheduler, FieldIds.Of(MethodKey, MethodRole.Scheduler));
    }
}
