using Hpo.Dashboard.Hosting;
using Hpo.Dashboard.Live.Rooms;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Sharing;

/// <summary>Lets others watch a study or a comparison: its code, who watches, and the way into projector mode.</summary>
public sealed partial class SharePanel : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private string? _code;
    private string? _problem;
    private Attendance _attendance;
    private bool _isOpen;

    /// <summary>What is watched. Another one is another panel: give it a key.</summary>
    [Parameter, EditorRequired]
    public Watched What { get; set; } = default!;

    /// <summary>Whether the visitor may share it.</summary>
    [Parameter, EditorRequired]
    public bool MayShare { get; set; }

    /// <summary>What else can be done, beside its buttons.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private SharedCodes Codes { get; set; } = default!;

    [Inject]
    private WatchRooms Rooms { get; set; } = default!;

    [Inject]
    private ShareAddress ShareAddress { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private Uri Address => ShareAddress.Of(new Uri(Navigation.BaseUri), "/watch/" + _code);

    private string Watching => _attendance.Watching == 1 ? "1 watches" : $"{Format.Count(_attendance.Watching)} watch";

    // alone there is nothing to say
    private string? Now => _attendance.Watching > 0 ? Watching : null;

    private string AttendanceText =>
        $"{Watching}: {Format.Count(_attendance.Spectators, "spectator")} with the code, {Format.Count(_attendance.Watching - _attendance.Spectators, "other page")} of the dashboard.";

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override void OnInitialized() => Try(() => _code = Codes.Of(What));

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = FollowAsync(_left.Token);
    }

    private async Task FollowAsync(CancellationToken left)
    {
        try
        {
            await foreach (var moment in Rooms.FollowAsync(What.Room, left))
            {
                await InvokeAsync(() =>
                {
                    if (left.IsCancellationRequested || moment.Attendance == _attendance)
                        return;
                    _attendance = moment.Attendance;
                    StateHasChanged();
                });
            }
        }
        catch (OperationCanceledException)
        {
            // the page was left
        }
    }

    private void Toggle()
    {
        _isOpen = !_isOpen;
        if (_isOpen && _code is null && MayShare)
            Try(() => _code = Codes.Share(What));
    }

    private void Withdraw()
    {
        if (!MayShare || !Try(() => Codes.Withdraw(What)))
            return;
        _code = null;
        _isOpen = false;
        Rooms.Close(What.Room);
    }

    private bool Try(Action action)
    {
        try
        {
            action();
            _problem = null;
            return true;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or KeyNotFoundException)
        {
            _problem = exception.Message;
            return false;
        }
    }
}
