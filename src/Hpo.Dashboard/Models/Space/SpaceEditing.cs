using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Space;

/// <summary>A configuration space being edited: what the buttons and fields of the editor do. Not safe for use by several threads at once.</summary>
public sealed class SpaceEditing(SpaceDraft start)
{
    private readonly History<SpaceDocument> _history = new(new SpaceDocument(start));

    public SpaceEditing(ConfigSpace space, Configuration? initial)
        : this(SpaceDraft.Of(space, initial))
    {
    }

    /// <summary>Raised after every change.</summary>
    public event Action? Changed;

    public SpaceDocument Document => _history.Present;

    public SpaceDraft Draft => Document.Draft;

    public SpaceReading Reading => Document.Reading;

    /// <summary>What undo would take back, in words; null when there is nothing.</summary>
    public string? UndoWhat => _history.UndoWhat;

    /// <summary>What redo would do again, in words; null when there is nothing.</summary>
    public string? RedoWhat => _history.RedoWhat;

    /// <summary>Whether the space and the initial configuration can be used as they stand.</summary>
    public bool IsSound => Reading.IsSound && !Document.HasUnreadableJson;

    public void Add(NewHyperparameter hyperparameter)
    {
        ArgumentNullException.ThrowIfNull(hyperparameter);
        Do(Draft.Add(hyperparameter), hyperparameter.IsFree ? "add a hyperparameter" : $"add {hyperparameter.Parameter.Name}");
    }

    public void Remove(int id) => Do(Draft.Remove(id), $"remove {NameOf(id)}");

    public void MoveUp(int id) => Do(Draft.Move(id, -1), $"move {NameOf(id)} up");

    public void MoveDown(int id) => Do(Draft.Move(id, +1), $"move {NameOf(id)} down");

    /// <summary>Moves a row to where another one stands.</summary>
    public void MoveTo(int id, int target) => Do(Draft.Move(id, Draft.IndexOf(target) - Draft.IndexOf(id)), $"move {NameOf(id)}");

    public void SetType(int id, DomainType type) => Do(Draft.SetType(id, type), $"change the domain of {NameOf(id)}");

    public void UseInitial(bool use) =>
        Do(Draft.UsesInitial == use ? Draft : Draft with { UsesInitial = use }, use ? "try the initial values first" : "start without initial values");

    /// <summary>Types into a field. All typing into one field until <see cref="EndTyping"/> is undone together.</summary>
    public void Type(int id, SpaceField field, string text) => Do(Draft.Set(id, field, text), $"change {Words(field)} of {NameOf(id)}", (id, field));

    public void TypeJson(string text) => Do(Document.WithJson(text), "edit the JSON", nameof(TypeJson));

    public void EndTyping() => _history.EndRun();

    public void TidyJson() => Do(Document.WithTidyJson(), Document.HasUnreadableJson ? "discard the JSON" : "lay out the JSON");

    /// <summary>Takes another space in place of this one; undo brings this one back.</summary>
    public void Replace(ConfigSpace space, Configuration? initial, string what)
    {
        // ids stay unique over the whole history
        var draft = SpaceDraft.Of(space, initial);
        var firstId = Draft.NextId;
        Do(draft with { Rows = [.. draft.Rows.Select((row, i) => row with { Id = firstId + i })], NextId = firstId + draft.Rows.Length }, what);
    }

    /// <summary>Whether this is exactly a space with an initial configuration, however it was typed.</summary>
    public bool Is(ConfigSpace space, Configuration? initial) =>
        IsSound && space.Equals(Reading.Space) && Equals(initial, Reading.Initial) && Draft.UsesInitial == (initial is not null);

    public void Undo()
    {
        _history.Undo();
        Changed?.Invoke();
    }

    public void Redo()
    {
        _history.Redo();
        Changed?.Invoke();
    }

    private string NameOf(int id) => Draft.Find(id) is { Name.Length: > 0 } row ? row.Name : "a hyperparameter";

    private static string Words(SpaceField field) => field switch
    {
        SpaceField.Name => "the name",
        SpaceField.Lower => "the lower bound",
        SpaceField.Upper => "the upper bound",
        SpaceField.Step => "the step",
        SpaceField.Values => "the values",
        SpaceField.Constant => "the value",
        SpaceField.Initial => "the initial value",
        _ => "the domain",
    };

    private void Do(SpaceDraft draft, string what, object? run = null) => Do(Document.With(draft), what, run);

    private void Do(SpaceDocument document, string what, object? run = null)
    {
        if (ReferenceEquals(document, Document))
            return;
        _history.Do(document, what, run);
        Changed?.Invoke();
    }
}
