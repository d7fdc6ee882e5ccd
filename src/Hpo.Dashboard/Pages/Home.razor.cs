using System.Globalization;
using Hpo.Dashboard.Models.Studies;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

/// <summary>All studies at a glance, live.</summary>
public sealed partial class Home : IDisposable
{
    private IReadOnlyList<StudyListItem> _studies = [];
    private ITimer? _timer;

    [Inject]
    private StudyList Studies { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    public void Dispose() => _timer?.Dispose();

    protected override void OnInitialized() => _studies = Read();

    protected override void OnAfterRender(bool firstRender)
    {
        // not in OnInitialized, which also runs for the prerendered page that nobody disposes of in time
        if (firstRender)
            _timer = Time.CreateTimer(_ => _ = InvokeAsync(Refresh), null, StudyList.MaxAge, StudyList.MaxAge);
    }

    private static string Percent(StudyListItem study) => study.Percent.ToString("0.#", CultureInfo.InvariantCulture) + "%";

    /// <summary>Renders only when something looks different.</summary>
    private void Refresh()
    {
        var studies = Read();
        if (studies.SequenceEqual(_studies))
            return;
        _studies = studies;
        StateHasChanged();
    }

    private List<StudyListItem> Read()
    {
        var now = Time.GetUtcNow();
        return [.. Studies.Latest.Select(study => StudyListItem.Of(study, now, Time.LocalTimeZone))];
    }
}
