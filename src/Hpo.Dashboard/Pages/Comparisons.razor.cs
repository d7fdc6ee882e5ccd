using System.Globalization;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Components.Common;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Models.Comparisons;
using Hpo.Engine.Validation;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace Hpo.Dashboard.Pages;

/// <summary>All comparisons at a glance, live, and those that are ready to start.</summary>
public sealed partial class Comparisons : IAsyncDisposable
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(0.5);

    private IReadOnlyList<ComparisonListItem> _comparisons = [];
    private IReadOnlyList<(string Id, string Name)> _deleted = [];
    private ListPageScript _script = default!;
    private ITimer? _timer;
    private string? _failure;

    [Inject]
    private ComparisonService Service { get; set; } = default!;

    [Inject]
    private StartGate Gate { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private PageTimers Timers { get; set; } = default!;

    private IEnumerable<ComparisonExample> Examples => ComparisonExamples.For(Service.Catalog);

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
            await _timer.DisposeAsync();
        await _script.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _script = new ListPageScript(Script);
        Read();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // not in OnInitialized, which also runs for the prerendered page that nobody disposes of in time
        if (firstRender)
            _timer = Timers.Start("the list of comparisons", RefreshInterval, () => InvokeAsync(Refresh));
    }

    private static string Percent(ComparisonListItem comparison) => comparison.Percent.ToString("0.#", CultureInfo.InvariantCulture) + "%";

    private void Start(ComparisonExample example)
    {
        try
        {
            Gate.AdmitComparison();
            Navigation.NavigateTo($"/comparisons/{Service.Start(example.Definition).Id}");
        }
        catch (InvalidInputException exception)
        {
            _failure = string.Join(' ', exception.Problems.Select(problem => problem.Message));
        }
        catch (StartRefusedException exception)
        {
            _failure = exception.Message;
        }
        catch (IOException exception)
        {
            _failure = $"The comparison could not be stored, so nothing was started: {exception.Message}";
        }
    }

    private async Task DeleteAsync(ComparisonListItem comparison)
    {
        if (!Current.Visitor.IsPresenter)
            return;
        var place = _comparisons.TakeWhile(other => other.Id != comparison.Id).Count();
        if (!Snackbar.TryStore(() => Service.Delete(comparison.Id), $"“{comparison.Name}” could not be deleted"))
            return;
        Snackbar.AddUndo($"Deleted “{comparison.Name}”.", () => InvokeAsync(() => RestoreAsync(comparison.Id)));
        Read();
        StateHasChanged();
        await FocusAsync(_comparisons.ElementAtOrDefault(Math.Min(place, _comparisons.Count - 1))?.Id);
    }

    private async Task RestoreAsync(string id)
    {
        if (!Current.Visitor.IsPresenter)
            return;
        Snackbar.TryStore(() => Service.Restore(id), "It could not be brought back");
        Read();
        StateHasChanged();
        await FocusAsync(id);
    }

    private Task FocusAsync(string? id) => _script.FocusRowAsync(id is null ? null : $"/comparisons/{id}");

    /// <summary>Renders only when something looks different.</summary>
    private void Refresh()
    {
        var (comparisons, deleted) = (_comparisons, _deleted);
        Read();
        if (!comparisons.SequenceEqual(_comparisons) || !deleted.SequenceEqual(_deleted))
            StateHasChanged();
    }

    private void Read()
    {
        var now = Time.GetUtcNow();
        _comparisons = [.. Service.List().Select(comparison => ComparisonListItem.Of(comparison, now, Time.LocalTimeZone))];
        _deleted = [.. Service.Deleted().Select(comparison => (comparison.Id, comparison.Name))];
    }
}
