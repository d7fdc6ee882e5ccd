using Hpo.Dashboard.Live;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>A time that goes on by the server's clock: it renders itself once a second and nothing around it.</summary>
public sealed partial class ElapsedClock : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private ITimer? _timer;

    [Parameter, EditorRequired]
    public Func<TimeSpan> Now { get; set; } = default!;

    /// <summary>Whether the time goes on.</summary>
    [Parameter]
    public bool Ticks { get; set; }

    /// <summary>Whether it will not go on any more.</summary>
    [Parameter]
    public bool IsOver { get; set; }

    [Inject]
    private PageTimers Timers { get; set; } = default!;

    protected override void OnAfterRender(bool firstRender)
    {
        if (Ticks)
            _timer ??= Timers.Start("a clock", Second, () => InvokeAsync(StateHasChanged));
        else
            Dispose();
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _timer = null;
    }
}
