using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Classes;
using Hpo.Studies.Running;

namespace Hpo.Dashboard.Models.Form;

/// <summary>
/// The study form: what its fields do. There is one a visitor, so that looking at another page in between loses nothing. Not safe for use
/// by several threads at once.
/// </summary>
public sealed class StudyForm
{
    private StudyReading? _reading;
    private IReadOnlyList<Problem> _refusals = [];
    private (StudyDraft Draft, SpaceEditing Space, WarmStartDraft Warm, StudyClone? Clone)? _setAside;
    private StudyExample? _example;
    private bool _wasStarted;
    private long _firstSeed;

    private ClassLimits? _limits;

    /// <summary>A form that can be started as it is.</summary>
    public StudyForm(StudyCatalog catalog)
    {
        Catalog = catalog;
        Draft = StudyDraft.Example(catalog);
        Space = StartSpace();
    }

    /// <summary>Raised after every change, to the space too.</summary>
    public event Action? Changed;

    public StudyCatalog Catalog { get; }

    public StudyDraft Draft { get; private set; }

    public SpaceEditing Space { get; private set; }

    /// <summary>What the searcher learns of earlier studies.</summary>
    public WarmStartDraft Warm { get; private set; } = WarmStartDraft.None;

    /// <summary>The study that this one is made from; null for none.</summary>
    public StudyClone? Clone { get; private set; }

    public ObjectiveEntry Objective => Catalog.Objectives.Get(Draft[StudyField.Objective]);

    public SearcherEntry Searcher => Catalog.Searchers.Get(Draft[StudyField.Searcher]);

    public SchedulerEntry Scheduler => Catalog.Schedulers.Get(Draft[StudyField.Scheduler]);

    public StudyReading Reading => _reading ??= StudyReading.Of(Draft, Space, Catalog, Warm, Clone, Limits).With(_refusals);

    /// <summary>What a student may have; null for others.</summary>
    public ClassLimits? Limits
    {
        get => _limits;
        set => (_limits, _reading) = (value, null);
    }

    /// <summary>What helps at the fields.</summary>
    public StudyHints Hints => new(Objective, Limits, Environment.ProcessorCount);

    /// <summary>Whether the chosen objective has a space of its own to offer, other than the edited one.</summary>
    public bool OffersSpace { get; private set; }

    /// <summary>
    /// Whether anything differs from where the form began: the study that is cloned, the ready-made one that was opened, or the one that is there
    /// without being asked for.
    /// </summary>
    public bool IsEdited => !Draft.IsSame(StartDraft) || !IsStartSpace || !Warm.IsSame(StartWarm);

    /// <summary>What differs from the study that this one is made from; null when it is made from none, or something is not right yet.</summary>
    public IReadOnlyList<DifferenceText>? Differences =>
        Clone is { } clone && Reading.Definition is { } definition ? DifferenceText.Between(clone.Definition, definition, Catalog) : null;

    /// <summary>Whether <see cref="BringBack"/> has something to bring back.</summary>
    public bool HasSetAside => _setAside is not null && !IsEdited;

    /// <summary>How many fields have something wrong with them.</summary>
    public int ProblemCount =>
        Reading.Problems.Count + Reading.ParameterProblems.Count + Reading.Objections.Length + Reading.Others.Length
        + Space.Reading.Rows.Sum(row => row.Problems.Count) + (Space.Reading.Problem is null ? 0 : 1) + (Space.Document.HasUnreadableJson ? 1 : 0);

    /// <summary>
    /// The first field with something wrong, in the order of the page, and the name of the parameter if it is one's; null when nothing is wrong, or
    /// only the space.
    /// </summary>
    public (StudyField Field, string? Parameter)? FirstProblem
    {
        get
        {
            var places = Reading.Problems.Keys.Select(wrong => (Role: wrong, Place: -1))
                .Concat(Reading.ParameterProblems.Keys.Select(key => (key.Role, Place: PlaceOf(key.Role, key.Name))))
                .ToList();
            if (places.Count == 0)
                return null;
            var (first, place) = places.Min();
            return (first, place < 0 ? null : Chosen(first).Parameters[place].Name);
        }
    }

    /// <summary>What is chosen in the field of an objective, a searcher or a scheduler.</summary>
    public CatalogEntry Chosen(StudyField role) => role switch
    {
        StudyField.Objective => Objective,
        StudyField.Searcher => Searcher,
        StudyField.Scheduler => Scheduler,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Nothing is chosen from the catalog in this field."),
    };

    /// <summary>Has the form begin with a seed, unless somebody has changed anything or it is made from another study.</summary>
    public void BeginWith(long seed)
    {
        var isUntouched = !IsEdited && Clone is null;
        _firstSeed = seed;
        if (isUntouched)
            Type(StudyField.Seed, ValueText.Write(seed));
    }

    public void Type(StudyField field, string text)
    {
        Draft = Draft.With(field, text);
        OnChanged();
    }

    /// <summary>Types into a parameter of the chosen searcher or scheduler.</summary>
    public void Type(StudyField role, ComponentParameter parameter, string text)
    {
        Draft = Draft.With(role, parameter, text);
        OnChanged();
    }

    /// <summary>
    /// Chooses what is minimised. What was not changed by hand follows: the name, the number of epochs and the space; an edited space
    /// stays, and that of the objective is offered.
    /// </summary>
    public void ChooseObjective(string type)
    {
        var (before, after) = (Objective, Catalog.Objectives.Get(type));
        if (before == after)
            return;
        var isUntouched = Space.Is(before.Describe.DefaultSpace, before.Describe.DefaultConfiguration);
        Draft = Follow(StudyField.Name, before.Name, after.Name).With(StudyField.Objective, type);
        Draft = Follow(StudyField.MaxEpochs, ValueText.Write(before.Describe.DefaultMaxEpochs), ValueText.Write(after.Describe.DefaultMaxEpochs));
        OffersSpace = !isUntouched && !Space.Is(after.Describe.DefaultSpace, after.Describe.DefaultConfiguration);
        if (isUntouched)
            TakeOfferedSpace();
        OnChanged();
    }

    /// <summary>Takes the objective's own space; undo in the space brings the edited one back.</summary>
    public void TakeOfferedSpace()
    {
        OffersSpace = false;
        Space.Replace(Objective.Describe.DefaultSpace, Objective.Describe.DefaultConfiguration, $"take the space of {Objective.Name}");
    }

    public void DeclineOfferedSpace() => OffersSpace = false;

    /// <summary>Notes that a study was started with these entries: the next time the form is opened, it shows the example.</summary>
    public void MarkStarted() => _wasStarted = true;

    /// <summary>Learns from an earlier study too.</summary>
    public void AddWarmStart(WarmStartSource source)
    {
        if (Warm.HasRoom)
            Warm = Warm.With(source);
        OnChanged();
    }

    /// <summary>Learns no more from a source.</summary>
    public void RemoveWarmStart(string key)
    {
        Warm = Warm.Without(key);
        OnChanged();
    }

    /// <summary>Call when the form is shown to make a study from another one. What was being edited is set aside, unless it is a clone of the same.</summary>
    public void Open(StudyClone clone)
    {
        ArgumentNullException.ThrowIfNull(clone);
        var staysOpen = !_wasStarted && Clone?.From == clone.From;
        _wasStarted = false;
        if (staysOpen)
            return;
        if (IsEdited)
            _setAside = (Draft, Space, Warm, Clone);
        TakeStart(clone);
    }

    /// <summary>
    /// Call when the form is shown. It shows the example asked for; entries that were neither started nor left as they were stay, unless another
    /// ready-made study is asked for, and then <see cref="BringBack"/> has them.
    /// </summary>
    /// <param name="example">The ready-made study that is asked for; null for none.</param>
    public void Open(StudyExample? example = null)
    {
        var staysOpen = IsEdited && !_wasStarted && (example is null || example == _example);
        _wasStarted = false;
        if (staysOpen || (example == _example && Clone is null && !IsEdited))
            return;
        if (IsEdited)
            _setAside = (Draft, Space, Warm, Clone);
        _example = example;
        TakeStart(null);
    }

    /// <summary>What was edited, to be kept by the server after it has let go of the page; null when nothing was.</summary>
    public KeptStudyForm? Keep() => IsEdited && !_wasStarted
        ? new(Draft.Texts, Draft.Parameters, Space.Draft, Space.Document.HasUnreadableJson ? Space.Document.Json : null, [.. Warm.Sources.SelectMany(source => source.Studies).Select(study => study.Id)])
        : null;

    /// <summary>Fills in what was kept; call it after the form was opened. Studies to learn from that are gone are left out.</summary>
    /// <param name="kept">What was kept.</param>
    /// <param name="find">Finds a study.</param>
    public void Restore(KeptStudyForm kept, Func<string, LiveStudy?> find)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(find);
        var earlier = kept.WarmStudies.Select(find).OfType<LiveStudy>().Select(WarmStartSource.Of);
        Take(StudyDraft.Of(kept), () => Listen(new SpaceEditing(kept.Space)), earlier.Aggregate(WarmStartDraft.None, (warm, source) => warm.With(source)));
        if (kept.UnreadableJson is not null)
            Space.TypeJson(kept.UnreadableJson);
    }

    /// <summary>Fills in the example again; <see cref="BringBack"/> undoes it.</summary>
    public void SetAside()
    {
        _setAside = (Draft, Space, Warm, Clone);
        TakeStart(Clone);
    }

    /// <summary>The form as it was when it was set aside.</summary>
    public void BringBack()
    {
        if (_setAside is not var (draft, space, warm, clone))
            return;
        _setAside = null;
        Clone = clone;
        Take(draft, () => space, warm);
    }

    /// <summary>Shows problems that were found on starting; they stay until the next change.</summary>
    public void Refuse(IReadOnlyList<Problem> problems)
    {
        OnChanged();
        _refusals = problems;
        _reading = null;
    }

    /// <summary>What to know about the chosen searcher under the chosen scheduler, in words; null when there is nothing.</summary>
    public string? Advice => PairAdvice.Of(Searcher, Scheduler);

    /// <summary>What will happen, in a sentence or two.</summary>
    public string? Summary => Reading.Definition is { } definition ? StudySummaryText.Of(definition, Catalog) : null;

    private StudyDraft StartDraft => Clone is { } clone ? StudyDraft.Of(clone.Definition, clone.Name, Catalog) : StudyDraft.Example(Catalog, _example, _firstSeed);

    private WarmStartDraft StartWarm => Clone?.WarmStart() ?? WarmStartDraft.None;

    private bool IsStartSpace => Clone is { } clone
        ? Space.Is(clone.Definition.Space, clone.Definition.InitialConfigurations.FirstOrDefault())
        : Space.Is(Objective.Describe.DefaultSpace, Objective.Describe.DefaultConfiguration);

    private SpaceEditing StartSpace() => Listen(Clone?.Space() ?? new SpaceEditing(Objective.Describe.DefaultSpace, Objective.Describe.DefaultConfiguration));

    private SpaceEditing Listen(SpaceEditing space)
    {
        space.Changed += OnChanged;
        return space;
    }

    private void TakeStart(StudyClone? clone)
    {
        Clone = clone;
        Take(StartDraft, StartSpace, StartWarm);
    }

    private void Take(StudyDraft draft, Func<SpaceEditing> space, WarmStartDraft warm)
    {
        Draft = draft;
        Warm = warm;
        Space = space();
        OffersSpace = false;
        OnChanged();
    }

    private int PlaceOf(StudyField role, string parameter) => Chosen(role).Parameters.ToList().FindIndex(other => other.Name == parameter);

    private StudyDraft Follow(StudyField field, string before, string after) => Draft[field] == before ? Draft.With(field, after) : Draft;

    private void OnChanged()
    {
        _reading = null;
        _refusals = [];
        Changed?.Invoke();
    }
}
