namespace Hpo.Training.Layers;

/// <summary>A gradient that came through a max pooling, and where it goes.</summary>
/// <typeparam name="T">The number.</typeparam>
/// <param name="Offset">An offset, in elements, into an image or a table of weights.</param>
/// <param name="Gradient">The gradient with respect to the winning pixel.</param>
internal readonly record struct Winner<T>(nint Offset, T Gradient);
