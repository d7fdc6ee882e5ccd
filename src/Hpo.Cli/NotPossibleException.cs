namespace Hpo.Cli;

/// <summary>What was asked for is not possible; the message says why to the person who asked.</summary>
internal sealed class NotPossibleException(string message) : Exception(message);
