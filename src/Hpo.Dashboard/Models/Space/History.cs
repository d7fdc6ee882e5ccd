using System.Collections.Immutable;

namespace Hpo.Dashboard.Models.Space;

/// <summary>Undo and redo over immutable states. Changes of one run (the letters of a word typed into one field) are undone together.</summary>
public sealed class History<T>(T start)
    where T : class
{
    /// <summary>The oldest states are forgotten beyond this many.</summary>
    private const int Longest = 200;

    private ImmutableList<(T State, string What)> _past = [];
    private ImmutableStack<(T State, string What)> _future = [];
    private object? _run;

    public T Present { get; private set; } = start;

    /// <summary>What undo would take back, in words; null when there is nothing.</summary>
    public string? UndoWhat => _past.IsEmpty ? null : _past[^1].What;

    /// <summary>What redo would do again, in words; null when there is nothing.</summary>
    public string? RedoWhat => _future.IsEmpty ? null : _future.Peek().What;

    /// <summary>Makes a change. It joins the change before it when both are of the same run.</summary>
    public void Do(T next, string what, object? run = null)
    {
        if (ReferenceEquals(next, Present))
            return;
        if (run is null || !run.Equals(_run))
            _past = _past.Add((Present, what));
        if (_past.Count > Longest)
            _past = _past.RemoveAt(0);
        _future = [];
        _run = run;
        Present = next;
    }

    /// <summary>Ends the run: the next change is undone on its own.</summary>
    public void EndRun() => _run = null;

    public void Undo()
    {
        if (_past.IsEmpty)
            return;
        var (state, what) = _past[^1];
        _past = _past.RemoveAt(_past.Count - 1);
        _future = _future.Push((Present, what));
        Present = state;
        EndRun();
    }

    public void Redo()
    {
        if (_future.IsEmpty)
            return;
        _future = _future.Pop(out var next);
        _past = _past.Add((Present, next.What));
        Present = next.State;
        EndRun();
    }
}
