namespace Hpo.Engine.Objectives;

/// <summary>An evaluation cannot go on from the checkpoint of its request, which is sound and not its own, say. The trial is computed again from its beginning.</summary>
/// <param name="message">Why not, in words.</param>
/// <param name="innerException">What was thrown when it was tried.</param>
public sealed class UnusableCheckpointException(string message, Exception? innerException = null) : Exception(message, innerException);
