using System.Globalization;
using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Space;
using Microsoft.AspNetCore.Components;
// Blazor has a ParameterValue of its own
using ParameterValue = Hpo.Engine.Space.ParameterValue;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>Keeps a numeric column of the trial table within a range.</summary>
public sealed partial class NumberFilter
{
    private string _least = "";
    private string _most = "";
    private NumberRange _sent;

    [Parameter, EditorRequired]
    public TrialColumn Column { get; set; } = default!;

    [Parameter]
    public NumberRange Range { get; set; }

    [Parameter]
    public EventCallback<NumberRange> RangeChanged { get; set; }

    private string Least => Bounds.Lower is { } lower ? Format.Value(lower) : "any";

    private string Most => Bounds.Upper is { } upper ? Format.Value(upper) : "any";

    /// <summary>The ends of the domain: they show what may be typed.</summary>
    private (ParameterValue? Lower, ParameterValue? Upper) Bounds => Column.Parameter?.Domain switch
    {
        RealDomain real => (real.Lower, real.Upper),
        IntegerDomain integer => (integer.Lower, integer.Largest),
        FiniteDomain finite => (finite.Values.MinBy(value => value.AsReal()), finite.Values.MaxBy(value => value.AsReal())),
        _ => (default(ParameterValue?), default(ParameterValue?)),
    };

    private string? Problem
    {
        get
        {
            if ((Wrong(_least) ?? Wrong(_most)) is { } wrong)
                return $"“{wrong}” is not a number: write one like 0.05 or 1e-3.";
            return Parse(_least) > Parse(_most) ? "No number lies in this range: its ends are reversed." : null;
        }
    }

    protected override void OnParametersSet()
    {
        // only a change from outside, such as clearing all filters, replaces what is being typed
        if (Range == _sent)
            return;
        _sent = Range;
        _least = Range.Least is { } least ? Format.Real(least) : "";
        _most = Range.Most is { } most ? Format.Real(most) : "";
    }

    private Task ChangeAsync(string? least, string? most)
    {
        (_least, _most) = (least ?? "", most ?? "");
        _sent = new NumberRange(Parse(_least), Parse(_most));
        return RangeChanged.InvokeAsync(_sent);
    }

    private static string? Wrong(string text) => text.Trim().Length > 0 && Parse(text) is null ? text : null;

    private static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
