using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Hpo.Engine.Tuning;

/// <summary>
/// Puts a thread behind those that answer people. On Linux, where .NET's own priorities have no effect, the thread's nice value is raised;
/// threads it starts inherit it, which is meant for those of a training, and a reason for a worker to queue nothing to the thread pool.
/// </summary>
public static partial class BackgroundPriority
{
    /// <summary>The nice value of trials: beside a thread at 0 they get about a tenth of a core, and all of it when nobody else wants it.</summary>
    public const int Nice = 10;

    private const int PrioProcess = 0, ThisThread = 0;

    [ThreadStatic]
    private static bool _isBehind;

    /// <summary>Whether the calling thread has been lowered, so that what takes time may be done on it.</summary>
    public static bool IsBehind => _isBehind;

    /// <summary>Runs something on a thread of its own that is put behind, waits for its end, and throws what it threw.</summary>
    public static void Run(Action work)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            Enter();
            try
            {
                work();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        })
        {
            IsBackground = true,
            Name = "background work",
        };
        thread.Start();
        thread.Join();
        failure?.Throw();
    }

    /// <summary>Lowers the calling thread for good; lowering needs no permission.</summary>
    public static void Enter()
    {
        _isBehind = true;
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        if (OperatingSystem.IsLinux())
            _ = SetPriority(PrioProcess, ThisThread, Nice);
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int priority);
}
