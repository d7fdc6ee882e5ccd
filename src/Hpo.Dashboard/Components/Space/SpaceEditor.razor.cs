using System.Globalization;
using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Validation;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Components.Space;

/// <summary>Edits a configuration space and its initial configuration, as a form or as JSON, with undo.</summary>
public sealed partial class SpaceEditor : IDisposable
{
    private bool _showsJson;
    private string? _focusNext;
    private string? _said;
    private SpaceEditing? _heard;
    private int? _dragged;
    private int? _dropTarget;

    [Parameter, EditorRequired]
    public SpaceEditing Editing { get; set; } = default!;

    /// <summary>What can be added to a space; null when nothing can.</summary>
    [Parameter]
    public Func<SpaceDraft, NewHyperparameter?> Addable { get; set; } = NewHyperparameter.Free;

    /// <summary>What the objective has against the space; the paths start with the hyperparameter's name.</summary>
    [Parameter]
    public IReadOnlyList<Problem> Objections { get; set; } = [];

    /// <summary>Moves the focus to the element of an id, once it is there.</summary>
    [Parameter]
    public Func<string, Task>? Focus { get; set; }

    /// <summary>The id of the first thing that is wrong, in the order of the page; null when nothing is. Shows the view it is in.</summary>
    public string? ShowFirstProblem()
    {
        if (Editing.Document.HasUnreadableJson || _showsJson)
        {
            if (Editing.IsSound && Objections.Count == 0)
                return null;
            Show(json: true);
            return SpaceIds.Json;
        }

        foreach (var (row, reading) in Editing.Draft.Rows.Zip(Editing.Reading.Rows))
        {
            var fields = reading.Problems.Keys.Concat(ObjectionsTo(row)?.Keys.AsEnumerable() ?? []).Order().ToList();
            if (fields.Count > 0)
                return SpaceIds.Field(row.Id, fields[0]);
        }

        return WholeProblem is null ? null : SpaceIds.Add;
    }

    public void Dispose()
    {
        if (_heard is not null)
            _heard.Changed -= OnChanged;
    }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_heard, Editing))
            return;
        Dispose();
        _heard = Editing;
        _heard.Changed += OnChanged;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusNext is not { } id)
            return;
        _focusNext = null;
        if (Focus is not null)
            await Focus(id);
    }

    private string SizeWords => Editing.Reading.Space switch
    {
        null => Count(Editing.Draft.Rows.Length, "hyperparameter"),
        { Cardinality: { } count } space => $"{Count(space.Parameters.Length, "hyperparameter")}, {Count(count, "configuration")}",
        var space when space.Parameters.Any(parameter => parameter.Domain.Cardinality is null) =>
            $"{Count(space.Parameters.Length, "hyperparameter")}, infinitely many configurations",
        var space => $"{Count(space.Parameters.Length, "hyperparameter")}, more than {long.MaxValue.ToString("0e+0", CultureInfo.InvariantCulture).Replace("+", "", StringComparison.Ordinal)} configurations",
    };

    private string? WholeProblem =>
        Editing.Reading.Problem ?? Objections.FirstOrDefault(problem => !Editing.Draft.Rows.Any(row => IsAbout(problem, row)))?.ToString();

    private void Show(bool json)
    {
        _showsJson = json;
        Editing.EndTyping();
    }

    private NewHyperparameter? Next => Addable(Editing.Draft);

    private string AddWords => Next switch
    {
        null => "There is no other hyperparameter to add",
        { IsFree: true } => "Add a hyperparameter",
        var next => $"Add {next.Parameter.Name}",
    };

    private void Add()
    {
        if (Next is not { } next)
            return;
        Editing.Add(next);
        _focusNext = SpaceIds.Field(Editing.Draft.Rows[^1].Id, SpaceField.Name);
    }

    private void Remove(int id)
    {
        var index = Editing.Draft.IndexOf(id);
        Editing.Remove(id);
        _said = $"Done: {Editing.UndoWhat}. Undo brings it back.";
        var rows = Editing.Draft.Rows;
        _focusNext = rows.IsEmpty ? SpaceIds.Add : SpaceIds.Field(rows[Math.Min(index, rows.Length - 1)].Id, SpaceField.Name);
    }

    /// <summary>A row is taken hold of, or let go of without a place to go to.</summary>
    private void Drag(int? id) => (_dragged, _dropTarget) = (id, null);

    private void Drop(int target)
    {
        if (_dragged is { } id && id != target)
        {
            Editing.MoveTo(id, target);
            _said = $"Done: {Editing.UndoWhat}.";
        }

        Drag(null);
    }

    private void Undo()
    {
        _said = Editing.UndoWhat is { } what ? $"Undone: {what}." : "There is nothing to undo.";
        Editing.Undo();
    }

    private void Redo()
    {
        _said = Editing.RedoWhat is { } what ? $"Done again: {what}." : "There is nothing to redo.";
        Editing.Redo();
    }

    private Dictionary<SpaceField, string>? ObjectionsTo(ParameterDraft row)
    {
        Dictionary<SpaceField, string>? found = null;
        foreach (var problem in Objections.Where(problem => IsAbout(problem, row)))
            (found ??= []).TryAdd(FieldOf(problem, row), problem.Message);
        return found;
    }

    // an objection to a field that the row does not show stands at its name
    private static SpaceField FieldOf(Problem problem, ParameterDraft row)
    {
        if (problem.Path.Length <= row.Name.Length)
            return SpaceField.Name;
        var field = DomainReader.FieldOf(problem.Path[(row.Name.Length + 1)..], row.Type);
        return field is SpaceField.Name or SpaceField.Type || row.Info.Fields.Contains(field) ? field : SpaceField.Name;
    }

    private static bool IsAbout(Problem problem, ParameterDraft row) =>
        problem.Path == row.Name || problem.Path.StartsWith(row.Name + ".", StringComparison.Ordinal);

    private static string Tip(string action, string? what) => what is null ? $"Nothing to {action.ToLowerInvariant()}" : $"{action}: {what}";

    private static string Count(long count, string what) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";

    private static string? Off(bool isOff) => isOff ? "true" : null;

    private static string On(bool isOn) => isOn ? "true" : "false";

    private static Variant Look(bool isPressed) => isPressed ? Variant.Filled : Variant.Outlined;

    private void OnChanged() => StateHasChanged();
}
