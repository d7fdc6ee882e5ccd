namespace Hpo.Engine.Tuning;

/// <summary>
/// Threads below normal priority, as many as there is work at the same time. One that has done its work takes on the next; after a second without any it ends.
/// </summary>
/// <param name="name">What they are called.</param>
internal sealed class BackgroundThreads(string name)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Whose thread the present one is while it tells that its work is done; null otherwise.</summary>
    [ThreadStatic]
    private static BackgroundThreads? _telling;

    /// <summary>What was begun meanwhile: it is done by the same thread next, without waking another.</summary>
    [ThreadStatic]
    private static Func<Action>? _next;

    private readonly object _gate = new();

    /// <summary>No more than there are idle threads.</summary>
    private readonly Queue<Func<Action>> _work = [];
    private int _idle;

    /// <summary>Has work done.</summary>
    /// <param name="work">The work, which does not throw. It gives what tells that it is done, which does not throw either.</param>
    public void Begin(Func<Action> work)
    {
        if (_telling == this && _next is null)
        {
            _next = work;
            return;
        }

        lock (_gate)
        {
            if (_idle > _work.Count)
            {
                _work.Enqueue(work);
                Monitor.Pulse(_gate);
                return;
            }
        }

        new Thread(() => Serve(work)) { IsBackground = true, Name = name }.Start();
    }

    private void Serve(Func<Action> first)
    {
        BackgroundPriority.Enter();
        for (var work = first; work is not null; work = _next ?? AwaitWork())
        {
            _next = null;
            var tell = work();
            _telling = this;
            tell();
            _telling = null;
        }
    }

    private Func<Action>? AwaitWork()
    {
        lock (_gate)
        {
            _idle++;
            if (_work.Count == 0)
                Monitor.Wait(_gate, Patience);
            _idle--;
            // whoever leaves takes something with it if there is anything
            return _work.TryDequeue(out var work) ? work : null;
        }
    }
}
