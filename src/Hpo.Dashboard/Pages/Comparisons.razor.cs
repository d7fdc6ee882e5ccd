using System.Globalization;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Models.Comparisons;
using Hpo.Engine.Validation;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

/// <summary>All comparisons at a glance, live, and those that are ready to start.</summary>
public sealed partial class Comparisons : IDisposable
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(0.5);

    private IReadOnlyList<ComparisonListItem> _comparisons = [];
    private ITimer? _timer;
    private string? _failure;

    [Inject]
    private ComparisonService Service { get; set; } = default!;

    [Inject]
    private StartGate Gate { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private IEnumerable<ComparisonExample> Examples => ComparisonExamples.For(Service.Catalog);

    public void Dispose() => _timer?.Dispose();

    protected override void OnInitialized() => _comparisons = Read();

    protected override void OnAfterRender(bool firstRender)
    {
        // not in OnInitialized, which also runs for the prerendered page that nobody disposes of in time
        if (firstRender)
            _timer = Time.CreateTimer(_ => _ = InvokeAsync(Refresh), null, RefreshInterval, RefreshInterval);
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

    /// <summary>Renders only when something looks different.</summary>
    private void Refresh()
    {
        var comparisons = Read();
        if (comparisons.SequenceEqual(_comparisons))
            return;
        _comparisons = comparisons;
        StateHasChanged();
    }

    private List<ComparisonListItem> Read()
    {
        var now = Time.GetUtcNow();
        return [.. Service.List().Select(comparison => ComparisonListItem.Of(comparison, now, Time.LocalTimeZone))];
    }
}
