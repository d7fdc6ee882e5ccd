namespace Hpo.Training.Torch;

/// <summary>Nothing can be trained with TorchSharp here, or not on the device that was asked for.</summary>
/// <param name="message">Why, and what to do.</param>
public sealed class TorchUnavailableException(string message) : Exception(message);
