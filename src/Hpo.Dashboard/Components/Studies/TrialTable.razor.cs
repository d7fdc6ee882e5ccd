using System.Collections.Immutable;
using System.Globalization;
using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Definitions;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>
/// The trials of a study as a table of which only the rows around those in sight are rendered. Its window is our own and not
/// <c>Virtualize</c>: that one renders no row before the browser has measured it, so the prerendered page and the first moment of
/// the live one would show an empty table.
/// </summary>
public sealed partial class TrialTable : IAsyncDisposable
{
    private ColumnChoice _columns = new([], []);
    private ImmutableList<TrialView> _trials = [];
    private ImmutableSortedDictionary<int, string>? _noted;
    private TrialView[] _rows = [];
    private TrialQuery _query = TrialQuery.Default;
    private TrialQuery? _selected;
    private RowWindow _asked = RowWindow.Top;
    private RowWindow _window;
    private RowKeys _keys = RowKeys.None;
    private int? _opened, _wasToBeOpened;
    private ImmutableArray<string>? _wereToBeShown;
    private (string Function, int? Trial)? _focus;
    private ElementReference _scroll;
    private IJSObjectReference? _module;
    private DotNetObjectReference<TrialTable>? _self;
    private bool _isDisposed;

    [Parameter, EditorRequired]
    public StudyDefinition Definition { get; set; } = default!;

    [Parameter, EditorRequired]
    public StudySnapshot Study { get; set; } = default!;

    /// <summary>Whether it is in sight: what nobody sees is not rendered.</summary>
    [Parameter]
    public bool IsShown { get; set; } = true;

    /// <summary>The trial whose details are open; null for none.</summary>
    [Parameter]
    public int? Opened { get; set; }

    [Parameter]
    public EventCallback<int?> OpenedChanged { get; set; }

    /// <summary>The keys of its columns, in order; empty for the usual ones.</summary>
    [Parameter]
    public ImmutableArray<string> Columns { get; set; } = [];

    [Parameter]
    public EventCallback<ImmutableArray<string>> ColumnsChanged { get; set; }

    /// <summary>What can be done about the trial whose details are open.</summary>
    [Parameter]
    public RenderFragment<TrialView>? Actions { get; set; }

    /// <summary>The notes on its trials, by trial.</summary>
    [Parameter]
    public ImmutableSortedDictionary<int, string> Notes { get; set; } = ImmutableSortedDictionary<int, string>.Empty;

    /// <summary>Stores a note on a trial; null for those who may not write any.</summary>
    [Parameter]
    public Action<int, string>? OnNote { get; set; }

    /// <summary>Tells the notes of this study from those of others.</summary>
    [Parameter]
    public string NoteKey { get; set; } = "";

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    private int? Best => Study.Incumbent?.TrialId;

    private string Shown => _query.IsFiltered
        ? $"{Format.Count(_rows.Length)} of {Format.Count(Study.Trials.Count, "trial")} shown"
        : Format.Count(Study.Trials.Count, "trial");

    private string MinWidth => _columns.Shown.Sum(RemOf).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The browser has scrolled to rows that are not rendered.</summary>
    [JSInvokable]
    public void ShowRows(int first, int inSight)
    {
        _asked = RowWindow.Around(first, inSight);
        PlaceWindow();
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await _module.ReleaseAsync();
        _self?.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (_wereToBeShown is not { } columns || !columns.SequenceEqual(Columns))
        {
            _columns = ColumnChoice.Of(_columns.All.IsEmpty ? TrialColumn.For(Definition.Space) : _columns.All, Columns);
            _wereToBeShown = Columns;
        }

        if (_wasToBeOpened != Opened)
        {
            _wasToBeOpened = Opened;
            if (_opened != Opened && Opened is not null)
                _focus = ("focusDetails", Opened);
            _opened = Opened;
        }

        SelectRows();
    }

    protected override bool ShouldRender() => IsShown;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                _self = DotNetObjectReference.Create(this);
                _module = await Script.InvokeAsync<IJSObjectReference>("import", "./Components/Studies/TrialTable.razor.js");
                if (_isDisposed)
                {
                    // the page was left, or shows something else, while the module was on its way
                    await _module.ReleaseAsync();
                    return;
                }

                await _module.InvokeVoidAsync("watch", _scroll, _self);
            }

            // only now is there in the browser what is to have the focus
            if (!_isDisposed && _module is not null && _focus is { } focus)
            {
                _focus = null;
                await _module.InvokeVoidAsync(focus.Function, _scroll, focus.Trial);
            }
        }
        catch (JSDisconnectedException)
        {
            // the page was left
        }
    }

    /// <summary>Filters and sorts only when there is another set of trials or another question about it.</summary>
    private void SelectRows()
    {
        if (!ReferenceEquals(_trials, Study.Trials) || !ReferenceEquals(_selected, _query) || !ReferenceEquals(_noted, Notes))
        {
            _rows = TrialRows.Select(Study.Trials, _columns.All, _query, Notes);
            (_trials, _selected, _noted) = (Study.Trials, _query, Notes);
        }

        PlaceWindow();
    }

    private void PlaceWindow()
    {
        _window = _asked.Within(_rows.Length);
        _keys = _keys.Showing(Array.ConvertAll(_rows[_window.Start..(_window.Start + _window.Count)], trial => trial.Id));
    }

    private void ChangeQuery(TrialQuery query)
    {
        _query = query;
        SelectRows();
    }

    private Task ChooseAsync(ColumnChoice choice)
    {
        _columns = choice;
        return ColumnsChanged.InvokeAsync(choice.Keys);
    }

    private Task OpenAsync(int trialId) => ShowDetailsAsync(trialId, ("focusDetails", trialId));

    private Task CloseAsync() => ShowDetailsAsync(null, ("focusTrial", _opened));

    private bool CanStep(int step) => IndexOfOpened() is >= 0 and var index && index + step >= 0 && index + step < _rows.Length;

    private Task StepAsync(int step) => CanStep(step) ? ShowDetailsAsync(_rows[IndexOfOpened() + step].Id, null) : Task.CompletedTask;

    private Task ShowDetailsAsync(int? trialId, (string Function, int? Trial)? focus)
    {
        (_opened, _focus) = (trialId, focus);
        return OpenedChanged.InvokeAsync(trialId);
    }

    private int IndexOfOpened() => Array.FindIndex(_rows, trial => trial.Id == _opened);

    private string SortOf(TrialColumn column) =>
        column.Key != _query.SortColumn ? "none" : _query.Descending ? "descending" : "ascending";

    private string ArrowOf(TrialColumn column) => column.Key != _query.SortColumn ? "" : _query.Descending ? "↓" : "↑";

    /// <summary>The first columns are as wide as the style sheet says, which knows the screen; the reasons share what is left.</summary>
    private static string? WidthOf(TrialColumn column) =>
        column.Key is TrialColumn.Number or TrialColumn.Status or TrialColumn.Error or TrialColumn.Reason or TrialColumn.EndReason
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"width:{RemOf(column):0.#}rem");

    private static double RemOf(TrialColumn column) => column.Key switch
    {
        TrialColumn.Number => 4.5,
        TrialColumn.Status => 9,
        TrialColumn.Error => 9.5,
        TrialColumn.Reason or TrialColumn.EndReason => 9,
        // room for the heading, which may break between words, and its arrow
        _ => Math.Clamp(2.2 + (0.52 * column.Title.Split(' ').Max(word => word.Length)), 5.5, 14),
    };

    private static string Height(int rows) => $"calc(var(--row) * {rows})";
}
