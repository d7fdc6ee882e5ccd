using System.Collections.Immutable;
using Hpo.Engine.Validation;
using Hpo.Studies.Organising;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>The tags of a study, and for its owner a way to change them. Each leads to the studies that have it.</summary>
public sealed partial class TagEditor
{
    private readonly string _listId = $"tags-{Guid.NewGuid():N}";
    private ElementReference _field;
    private bool _isAdding;
    private bool _takesFocus;
    private string _text = "";
    private string? _problem;

    /// <summary>The study's name, for those who do not see where the tags stand.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public ImmutableArray<string> Tags { get; set; } = [];

    [Parameter]
    public bool MayChange { get; set; }

    /// <summary>Tags of other studies, to choose from.</summary>
    [Parameter]
    public IReadOnlyList<string> Known { get; set; } = [];

    /// <summary>Stores other tags; may throw as <see cref="StudyOrganiser.SetTags"/>.</summary>
    [Parameter, EditorRequired]
    public Action<ImmutableArray<string>> OnChange { get; set; } = default!;

    /// <summary>The home page with the studies that have a tag.</summary>
    public static string AddressOf(string tag) =>
        $"/?q={Uri.EscapeDataString(tag.Contains(' ', StringComparison.Ordinal) ? $"tag:\"{tag}\"" : $"tag:{tag}")}";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_takesFocus)
            return;
        _takesFocus = false;
        await _field.FocusAsync();
    }

    private void Begin() => (_isAdding, _takesFocus, _text, _problem) = (true, true, "", null);

    private void OnKey(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
            (_isAdding, _text, _problem) = (false, "", null);
    }

    private void Add()
    {
        // leaving the field that Enter has closed comes here too
        if (!_isAdding)
            return;
        _problem = string.IsNullOrWhiteSpace(_text) ? null : TagRules.Refuse(Tags, _text);
        if (_problem is not null)
            return;
        _isAdding = false;
        if (!string.IsNullOrWhiteSpace(_text))
            Change(TagRules.Add(Tags, _text));
    }

    private void Change(ImmutableArray<string> tags)
    {
        try
        {
            OnChange(tags);
            (Tags, _problem) = (tags, null);
        }
        catch (Exception exception) when (exception is InvalidInputException or KeyNotFoundException or IOException)
        {
            _problem = exception is InvalidInputException invalid ? invalid.Problems[0].Message : $"The tags could not be stored: {exception.Message}";
        }
    }
}
