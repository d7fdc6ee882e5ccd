using Hpo.Dashboard.Access;
using Hpo.Dashboard.Live;
using Hpo.Studies.Classes;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

/// <summary>A study that waits for its turn: its place in the queue, until it starts.</summary>
public sealed partial class Waiting : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private QueuedStudy? _study;
    private int _place;
    private string? _failure;
    private ITimer? _timer;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Inject]
    private CurrentVisitor Current { get; set; } = default!;

    [Inject]
    private StudyQueue Queue { get; set; } = default!;

    [Inject]
    private StudyService Studies { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private PageTimers Timers { get; set; } = default!;

    public void Dispose() => _timer?.Dispose();

    protected override void OnParametersSet() => Look();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _timer = Timers.Start("the waiting room", Interval, () => InvokeAsync(Refresh));
    }

    private void Refresh()
    {
        var (study, place) = (_study, _place);
        Look();
        if (study != _study || place != _place)
            StateHasChanged();
    }

    private void Look()
    {
        (_study, _place) = (null, 0);
        if (Queue.PlaceOf(Id) is { } place)
            (_study, _place) = (Queue.Waiting.FirstOrDefault(study => study.Id == Id), place);
        else if (Studies.Find(Id) is not null)
            Navigation.NavigateTo($"/studies/{Id}", replace: true);
    }

    private void Withdraw()
    {
        try
        {
            if (_study is not null && Current.Visitor.MayChange(_study.Owner))
                Queue.Withdraw(Id);
        }
        catch (IOException exception)
        {
            _failure = $"It could not be withdrawn: {exception.Message}";
        }

        Look();
    }
}
