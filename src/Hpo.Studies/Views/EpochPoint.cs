namespace Hpo.Studies.Views;

/// <summary>One point of a learning curve.</summary>
/// <param name="Epoch">The number of epochs done, from 1.</param>
/// <param name="Error">The validation error after them.</param>
/// <param name="Elapsed">When it was reported, counted from the start of the study.</param>
public readonly record struct EpochPoint(int Epoch, double Error, TimeSpan Elapsed);
