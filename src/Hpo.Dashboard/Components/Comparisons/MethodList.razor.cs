using Hpo.Dashboard.Components.Methods;
using Hpo.Dashboard.Models.Comparisons.Form;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Comparisons;

/// <summary>The methods to compare: added, duplicated and removed, with the focus where one goes on.</summary>
public sealed partial class MethodList
{
    private const string AddId = "comparison-add-method";

    [Parameter, EditorRequired]
    public ComparisonForm Form { get; set; } = default!;

    /// <summary>Moves the focus to an element after the next render.</summary>
    [Parameter, EditorRequired]
    public Func<string, Task> Focus { get; set; } = default!;

    private Task AddAsync() => FocusAsync(FieldIds.Of(Form.AddMethod(), MethodRole.Searcher));

    private Task DuplicateAsync(int key) => FocusAsync(FieldIds.Of(Form.DuplicateMethod(key), MethodRole.Searcher));

    private Task RemoveAsync(int key)
    {
        Form.RemoveMethod(key);
        return FocusAsync(AddId);
    }

    private async Task FocusAsync(string id)
    {
        StateHasChanged();
        await Task.Yield();
        await Focus(id);
    }
}
