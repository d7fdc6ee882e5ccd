namespace Hpo.Engine.TestKit;

/// <summary>Waiting on conditions. The limit only turns a hang into a failure; no test's result depends on how long something takes.</summary>
public static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Waits, with the gate held, until a condition that is guarded by it holds.</summary>
    public static void Await(object gate, Func<bool> condition, string what)
    {
        while (!condition())
        {
            if (!Monitor.Wait(gate, Limit))
                throw new TimeoutException($"Waited in vain: {what}");
        }
    }

    /// <summary>Waits for a task and throws what it threw.</summary>
    public static void Await(Task task, string what)
    {
        if (Task.WaitAny([task], Limit) < 0)
            throw new TimeoutException($"Waited in vain: {what}");
        task.GetAwaiter().GetResult();
    }

    /// <summary>Waits for a signal.</summary>
    public static void Await(WaitHandle signal, string what)
    {
        if (!signal.WaitOne(Limit))
            throw new TimeoutException($"Waited in vain: {what}");
    }
}
