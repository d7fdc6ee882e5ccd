namespace Hpo.Dashboard.Hosting;

/// <summary>Says in the log what concerns the program as a whole.</summary>
internal sealed partial class ProgramLog(ILogger<ProgramLog> logger)
{
    /// <summary>From now on, faults that nobody waited for are told. They end nothing.</summary>
    public void TellForgottenFaults() => TaskScheduler.UnobservedTaskException += (_, fault) =>
    {
        fault.SetObserved();
        LogForgotten(fault.Exception);
    };

    [LoggerMessage(1, LogLevel.Information, "HPO Dashboard is ready at {Urls}")]
    public partial void Listens(string urls);

    [LoggerMessage(2, LogLevel.Information, "HPO Dashboard has ended")]
    public partial void Ended();

    [LoggerMessage(3, LogLevel.Error, "A fault in something that nobody waited for: everything goes on")]
    private partial void LogForgotten(Exception exception);
}
