using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Space;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Space;

/// <summary>One hyperparameter in the editor.</summary>
public sealed partial class SpaceRow
{
    /// <summary>Longer lists are no menu any more: there the initial value is typed.</summary>
    private const int LongestMenu = 60;

    private const string InitialLabel = "Initial value";

    [Parameter, EditorRequired]
    public SpaceEditing Editing { get; set; } = default!;

    [Parameter, EditorRequired]
    public ParameterDraft Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public ParameterReading Reading { get; set; } = default!;

    /// <summary>What the objective has against this hyperparameter, by field.</summary>
    [Parameter]
    public IReadOnlyDictionary<SpaceField, string>? Objections { get; set; }

    [Parameter]
    public bool UsesInitial { get; set; } = true;

    [Parameter]
    public bool IsFirst { get; set; }

    [Parameter]
    public bool IsLast { get; set; }

    [Parameter]
    public EventCallback<int> OnRemove { get; set; }

    /// <summary>Whether the dragged row is held over this one, whose place it would take.</summary>
    [Parameter]
    public bool IsDropTarget { get; set; }

    /// <summary>This row is taken hold of; null when it is let go.</summary>
    [Parameter]
    public EventCallback<int?> OnDrag { get; set; }

    [Parameter]
    public EventCallback<int> OnDragOver { get; set; }

    [Parameter]
    public EventCallback<int> OnDrop { get; set; }

    private string NameWords => string.IsNullOrWhiteSpace(Row.Name) ? "hyperparameter without a name" : Row.Name;

    /// <summary>The listed values as options, with what was typed before the list changed; null when the initial value is typed.</summary>
    private List<(string Value, string Label)>? Options
    {
        get
        {
            if (Reading.SoundDomain is not FiniteDomain { Values.Length: <= LongestMenu } finite)
                return null;
            // the chosen one under the text it has in the draft: 16.0 may have been typed for 16
            var options = finite.Values.Select(value => (Value: value == Reading.Initial ? Row.Text.Initial : ValueText.Write(value), Label: value.ToString())).ToList();
            if (!options.Exists(option => option.Value == Row.Text.Initial))
                options.Insert(0, (Row.Text.Initial, Row.Text.Initial.Length == 0 ? "Choose a value" : $"{Row.Text.Initial} (not listed)"));
            return options;
        }
    }

    private string DomainClass =>
        $"{Row.Info.Shape.ToString().ToLowerInvariant()}{(Row.Info.Fields.Contains(SpaceField.Step) ? " stepped" : "")}";

    private string Id(SpaceField field) => SpaceIds.Field(Row.Id, field);

    private string? Problem(SpaceField field) => Reading.Problems.GetValueOrDefault(field) ?? Objections?.GetValueOrDefault(field);

    private string Label(SpaceField field) => field switch
    {
        SpaceField.Lower => "From",
        SpaceField.Upper => Row.Info.IsInteger ? "To (excluded)" : "To",
        SpaceField.Step => "Step",
        SpaceField.Values => "Values, with commas between them",
        _ => "Value",
    };

    private string? Hint(SpaceField field) => field switch
    {
        SpaceField.Upper => Reading.Largest,
        SpaceField.Values when Reading.SoundDomain is FiniteDomain finite => finite.Values.Length == 1 ? "1 value" : $"{finite.Values.Length} values",
        _ => null,
    };

    private static string NameOfType(string type) => DomainTypeInfo.Of(Enum.Parse<DomainType>(type)).Label;

    private string? Placeholder(SpaceField field) => field == SpaceField.Step ? (Row.Info.IsInteger ? "1" : "none") : null;
}
