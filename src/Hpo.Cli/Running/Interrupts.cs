using System.Runtime.InteropServices;

namespace Hpo.Cli.Running;

/// <summary>Ctrl+C and the signals that end programs, while a study runs.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;
    private int _presses;

    /// <summary>Listens.</summary>
    /// <param name="onFirst">Called at the first Ctrl+C.</param>
    /// <param name="onLast">Called at the second, and when the program is told to end.</param>
    public Interrupts(Action onFirst, Action onLast) => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            (Interlocked.Increment(ref _presses) == 1 ? onFirst : onLast)();
        }),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            onLast();
        }),
    ];

    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());
}
