using Hpo.Dashboard.Access;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Models.Classes;
using Hpo.Studies.Catalog;
using Hpo.Studies.Classes;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

/// <summary>The board of the class, best first, and the queue; at most two renders a second.</summary>
public sealed partial class Class : IDisposable
{
    private const int ShownWaiting = 12;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private IReadOnlyList<BoardRow> _board = [];
    private IReadOnlyList<WaitingRow> _waiting = [];
    private int _people;
    private bool _isOpen;
    private string? _failure;
    private ITimer? _timer;

    [Inject]
    private CurrentVisitor Current { get; set; } = default!;

    [Inject]
    private ClassRoom Room { get; set; } = default!;

    [Inject]
    private StudyQueue Queue { get; set; } = default!;

    [Inject]
    private StudyService Studies { get; set; } = default!;

    [Inject]
    private StudyCatalog Catalog { get; set; } = default!;

    [Inject]
    private PageTimers Timers { get; set; } = default!;

    private string Name => Room.Names.GetValueOrDefault(Current.Visitor.Id, "somebody");

    private string? OwnPlace => _waiting.FirstOrDefault(row => row.IsOwn) is { } next ? $" Your next study is {WaitingRow.Ordinal(next.Place)} in the queue." : null;

    public void Dispose() => _timer?.Dispose();

    protected override void OnInitialized() => Read();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _timer = Timers.Start("the class", Interval, () => InvokeAsync(Refresh));
    }

    private void Switch(bool isOpen) => Try(() =>
    {
        if (Current.Visitor.IsPresenter)
            Room.IsOpen = isOpen;
    });

    private void Withdraw(string id) => Try(() =>
    {
        if (Queue.Waiting.FirstOrDefault(study => study.Id == id) is { } study && Current.Visitor.MayChange(study.Owner))
            Queue.Withdraw(id);
    });

    private void Try(Action action)
    {
        try
        {
            _failure = null;
            action();
        }
        catch (IOException exception)
        {
            _failure = $"It could not be stored: {exception.Message}";
        }

        Read();
    }

    /// <summary>Renders only when something looks different.</summary>
    private void Refresh()
    {
        var (board, waiting, people, isOpen) = (_board, _waiting, _people, _isOpen);
        Read();
        if (people != _people || isOpen != _isOpen || !board.SequenceEqual(_board) || !waiting.SequenceEqual(_waiting))
            StateHasChanged();
    }

    private void Read()
    {
        _board = ClassBoard.Of(Studies.List(), Room.Names, Current.Visitor, Catalog);
        _waiting = WaitingRow.Of(Queue.Waiting, Room.Names, Current.Visitor);
        (_people, _isOpen) = (Room.Names.Count, Room.IsOpen);
    }
}
