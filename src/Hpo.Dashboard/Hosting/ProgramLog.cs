namespace Hpo.Dashboard.Hosting;

/// <summary>Says in the log what concerns the program as a whole.</summary>
internal sealed partial class ProgramLog(ILogger<ProgramLog> logger)
{
    /// <summary>From now on, faults that nobody waited for are told. They end nothing.</summary>
    public void TellForgottenFaults() => TaskScheduler.UnobservedTaskException += (_, fault) =>
    {
        fault.SetObserved();
        if (!IsAnswerToClosedPage(fault.Exception))
            LogForgotten(fault.Exception);
    };

    /// <summary>
    /// Whether a fault is the framework's own: a script asks something while its page is being closed (a field that loses the focus with it), and the framework
    /// sends the answer without looking whether the page is still there.
    /// </summary>
    public static bool IsAnswerToClosedPage(AggregateException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.InnerExceptions is [NullReferenceException { StackTrace: { } trace }] && trace.Contains("RemoteJSRuntime.EndInvokeDotNet", StringComparison.Ordinal);
    }

    [LoggerMessage(1, LogLevel.Information, "HPO Dashboard is ready at {Urls}")]
    public partial void Listens(string urls);

    [LoggerMessage(2, LogLevel.Information, "HPO Dashboard has ended")]
    public partial void Ended();

    [LoggerMessage(3, LogLevel.Error, "A fault in something that nobody waited for: everything goes on")]
    private partial void LogForgotten(Exception exception);
}
