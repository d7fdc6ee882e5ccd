namespace Hpo.Dashboard.Access;

/// <summary>Something is not started: this visitor may not, or may not now. The message says so in words.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
