namespace Hpo.Comparisons.Running;

/// <summary>What a running trial last reported.</summary>
/// <param name="Trial">Its number.</param>
/// <param name="Epoch">The epoch.</param>
/// <param name="Error">The error after it.</param>
public readonly record struct TrialError(int Trial, int Epoch, double Error);
