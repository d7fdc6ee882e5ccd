using System.Globalization;
using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Space;
using Microsoft.AspNetCore.Components;
using ParameterValue = Hpo.Engine.Space.ParameterValue;

namespace Hpo.Dashboard.Components.Space;

/// <summary>A small picture of what is drawn from a domain, with the initial value marked.</summary>
public sealed partial class DistributionPicture
{
    private DistributionSketch? _sketch;
    private (Domain? Domain, ParameterValue? Initial) _drawn;

    /// <summary>A sound domain; null while there is none.</summary>
    [Parameter, EditorRequired]
    public Domain? Domain { get; set; }

    [Parameter]
    public ParameterValue? Initial { get; set; }

    /// <summary>Tells the samples of neighbouring pictures apart.</summary>
    [Parameter]
    public int Seed { get; set; }

    /// <summary>What stands in the picture's place while there is no domain.</summary>
    [Parameter]
    public string Nothing { get; set; } = "No picture until the domain is right";

    protected override void OnParametersSet()
    {
        if (_drawn == (Domain, Initial))
            return;
        _drawn = (Domain, Initial);
        _sketch = Domain is null ? null : DistributionSketch.Of(Domain, Initial, Seed);
    }

    private static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    // in C#, since markup takes <text> for a word of its own
    private static RenderFragment Label(SketchTick tick) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", Percent(tick.Position));
        builder.AddAttribute(2, "y", "4.2rem");
        builder.AddAttribute(3, "text-anchor", Anchor(tick.Position));
        builder.AddContent(4, tick.Label);
        builder.CloseElement();
    };

    // labels near an end lean inwards, where there is room
    private static string Anchor(double position) => position switch
    {
        < 0.05 => "start",
        > 0.95 => "end",
        _ => "middle",
    };
}
