using System.Runtime.InteropServices;

namespace Hpo.Training.Recordings;

/// <summary>
/// The processor time of the calling thread: what the clock on the wall would show on a core that nothing else uses. A recording is made over hours, in
/// which the machine does other things too.
/// </summary>
internal static partial class ThreadClock
{
    // CLOCK_THREAD_CPUTIME_ID of <time.h>
    private const int ThreadTime = 3;

    /// <summary>A reading; only differences on one thread mean something.</summary>
    /// <exception cref="PlatformNotSupportedException">This is not Linux.</exception>
    public static TimeSpan Now
    {
        get
        {
            if (!OperatingSystem.IsLinux() || GetTime(ThreadTime, out var now) != 0)
                throw new PlatformNotSupportedException("Recordings are made on Linux, whose clock of a thread they need.");
            return TimeSpan.FromTicks((now.Seconds * TimeSpan.TicksPerSecond) + (now.Nanoseconds / TimeSpan.NanosecondsPerTick));
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec now);

    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
