namespace Hpo.Dashboard.Hosting;

/// <summary>The dashboard cannot start; the message is one sentence that says why and which option changes it.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
