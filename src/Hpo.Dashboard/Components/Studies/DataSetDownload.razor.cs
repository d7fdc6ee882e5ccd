using System.Globalization;
using Hpo.Dashboard.Live;
using Hpo.Training.Data;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>How far the download of the data set has come, as long as there is one: the first trial waits for it.</summary>
public sealed partial class DataSetDownload : IDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private ITimer? _timer;
    private DownloadProgress? _shown;

    /// <summary>The download under way, whenever it is asked; null when there is none.</summary>
    [Parameter, EditorRequired]
    public Func<DownloadProgress?> Now { get; set; } = default!;

    /// <summary>Whether a download may still come.</summary>
    [Parameter]
    public bool Watches { get; set; }

    [Inject]
    private PageTimers Timers { get; set; } = default!;

    public void Dispose()
    {
        _timer?.Dispose();
        _timer = null;
    }

    protected override void OnParametersSet() => _shown = Watches ? Now() : null;

    protected override void OnAfterRender(bool firstRender)
    {
        if (Watches)
            _timer ??= Timers.Start("the download of a data set", Interval, () => InvokeAsync(Look));
        else
            Dispose();
    }

    private void Look()
    {
        if (_timer is null || Now() is var now && now == _shown)
            return;
        _shown = now;
        StateHasChanged();
    }

    private static string Received(DownloadProgress download) => download.BytesTotal is { } total
        ? $"{Megabytes(download.BytesReceived)} of {Megabytes(total)} MB"
        : $"{Megabytes(download.BytesReceived)} MB";

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
}
