using System.Collections.Immutable;
using Hpo.Comparisons.Definitions;
using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Models.Comparisons.Form;

/// <summary>
/// The comparison form: what its fields do. There is one a visitor, so that looking at another page in between loses nothing. Not safe for
/// use by several threads at once.
/// </summary>
public sealed class ComparisonForm
{
    private readonly ComparisonDraft _example;
    private ComparisonReading? _reading;
    private IReadOnlyList<Problem> _refusals = [];
    private ComparisonDraft? _setAside;
    private bool _wasStarted;
    private int _keys;

    /// <summary>A form that can be started as it is.</summary>
    /// <param name="catalog">What can be chosen.</param>
    /// <param name="example">What is filled in at first.</param>
    public ComparisonForm(StudyCatalog catalog, ComparisonDefinition example)
    {
        Catalog = catalog;
        Draft = _example = ComparisonDraft.Of(example, catalog);
        _keys = Draft.Methods.Length;
    }

    /// <summary>A form with the first example that a catalog has the objectives for.</summary>
    public static ComparisonForm Create(StudyCatalog catalog) => new(catalog, ComparisonExamples.For(catalog).First().Definition);

    /// <summary>Raised after every change.</summary>
    public event Action? Changed;

    public StudyCatalog Catalog { get; }

    public ComparisonDraft Draft { get; private set; }

    public ComparisonReading Reading => _reading ??= ComparisonReading.Of(Draft, Catalog).With(_refusals);

    /// <summary>Whether anything differs from the example.</summary>
    public bool IsEdited => !Draft.IsSame(_example);

    /// <summary>Whether <see cref="BringBack"/> has something to bring back.</summary>
    public bool HasSetAside => _setAside is not null && !IsEdited;

    /// <summary>What will happen, in a sentence; null as long as something is wrong.</summary>
    public string? Summary => Reading.Definition is { } definition ? ComparisonSummaryText.Of(definition, Catalog) : null;

    /// <summary>Whether an objective can be compared on, as things are: one that really runs needs a race.</summary>
    public bool CanChoose(ObjectiveEntry objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return Draft.Kind == ComparisonKind.Race || objective.CreateSimulated is not null;
    }

    /// <summary>What is possible in a field, and perhaps not meant; null when there is nothing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="cores">The cores of this machine.</param>
    public string? Caution(ComparisonField field, int cores) => field switch
    {
        ComparisonField.Seconds => DurationText.Caution(Draft[field]),
        ComparisonField.Workers when NeedsCores && Reading.Definition is { } race && race.Workers * race.Methods.Length > cores =>
            $"{Format.Count(race.Methods.Length, "method")} with {Format.Count(race.Workers, "worker")} each share {Format.Count(cores, "core")}: they slow each other down.",
        _ => null,
    };

    private bool NeedsCores => Draft.Kind == ComparisonKind.Race && Draft.Objectives.Any(type => Catalog.Objectives.Find(type) is { IsSimulated: false, Pace: null });

    public void Type(ComparisonField field, string text) => Take(Draft.With(field, text));

    public void Choose(ObjectiveEntry objective, bool isChosen) => Take(Draft.With(objective, isChosen, Catalog));

    /// <summary>Chooses simulated time or a race, whose usual size is quite another: a field that was not changed by hand follows.</summary>
    public void Choose(ComparisonKind kind)
    {
        if (kind == Draft.Kind)
            return;
        var usual = ValueText.Write(kind == ComparisonKind.Race ? 1 : 10);
        var isUsual = Draft[ComparisonField.Repetitions] is "1" or "10" or "30" or "50";
        Take((isUsual ? Draft.With(ComparisonField.Repetitions, usual) : Draft).With(ComparisonField.Kind, kind.ToString()));
    }

    /// <summary>Adds a method that is not there yet, if there is one.</summary>
    /// <returns>Its key.</returns>
    public int AddMethod()
    {
        var used = Draft.Methods.Select(method => method.Searcher).ToHashSet();
        var searcher = Catalog.Searchers.FirstOrDefault(entry => !used.Contains(entry.Type)) ?? Catalog.Searchers.Default;
        return Add(Draft.Methods.Length, new MethodDraft { Key = 0, Searcher = searcher.Type, Scheduler = Catalog.Schedulers.Default.Type });
    }

    /// <summary>Adds a copy behind a method.</summary>
    /// <returns>Its key.</returns>
    public int DuplicateMethod(int key) => Add(PlaceOf(key) + 1, MethodOf(key) with { Name = null });

    public void RemoveMethod(int key) => Take(Draft with { Methods = Draft.Methods.RemoveAt(PlaceOf(key)) });

    /// <summary>Names a method; an empty name, or the one it would have anyhow, leaves it to be named after its components.</summary>
    public void NameMethod(int key, string name)
    {
        var method = MethodOf(key);
        var unnamed = Draft.Methods.SetItem(PlaceOf(key), method with { Name = null });
        var isAutomatic = name.Length == 0 || name == MethodNames.Of(unnamed, Catalog)[PlaceOf(key)];
        Change(method with { Name = isAutomatic ? null : name });
    }

    /// <summary>Changes a method in what it is made of.</summary>
    public void Change(MethodDraft method)
    {
        ArgumentNullException.ThrowIfNull(method);
        Take(Draft with { Methods = Draft.Methods.SetItem(PlaceOf(method.Key), method) });
    }

    /// <summary>The place of a method, from 0.</summary>
    public int PlaceOf(int key) => Draft.Methods.IndexOf(MethodOf(key));

    public MethodDraft MethodOf(int key) => Draft.Methods.First(method => method.Key == key);

    /// <summary>Notes that a comparison was started with these entries: the next time the form is opened, it shows the example.</summary>
    public void MarkStarted() => _wasStarted = true;

    /// <summary>Call when the form is shown.</summary>
    /// <param name="definition">What to fill in; null for what was there, or the example.</param>
    public void Open(ComparisonDefinition? definition = null)
    {
        if (definition is not null)
            Replace(ComparisonDraft.Of(definition, Catalog));
        else if (_wasStarted)
            SetAside();
        _wasStarted = false;
    }

    /// <summary>What was edited, to be kept by the server after it has let go of the page; null when nothing was.</summary>
    public KeptComparisonForm? Keep() => IsEdited && !_wasStarted ? Draft.Keep() : null;

    /// <summary>Fills in what was kept; call it after the form was opened.</summary>
    public void Restore(KeptComparisonForm kept) => Take(WithNewKeys(ComparisonDraft.Of(kept)));

    /// <summary>Fills in the example again; <see cref="BringBack"/> undoes it.</summary>
    public void SetAside() => Replace(_example);

    /// <summary>The form as it was when it was set aside.</summary>
    public void BringBack()
    {
        if (_setAside is not { } draft)
            return;
        _setAside = null;
        Take(draft);
    }

    /// <summary>Shows problems that were found on starting; they stay until the next change.</summary>
    public void Refuse(IReadOnlyList<Problem> problems)
    {
        Take(Draft);
        _refusals = problems;
        _reading = null;
    }

    private void Replace(ComparisonDraft draft)
    {
        _setAside = IsEdited ? Draft : _setAside;
        Take(WithNewKeys(draft));
    }

    /// <summary>These are other methods, and their fields are other fields.</summary>
    private ComparisonDraft WithNewKeys(ComparisonDraft draft) =>
        draft with { Methods = draft.Methods.Select(method => method with { Key = _keys++ }).ToImmutableArray() };

    private int Add(int place, MethodDraft method)
    {
        method = method with { Key = _keys++ };
        Take(Draft with { Methods = Draft.Methods.Insert(place, method) });
        return method.Key;
    }

    private void Take(ComparisonDraft draft)
    {
        Draft = draft;
        _reading = null;
        _refusals = [];
        Changed?.Invoke();
    }
}
