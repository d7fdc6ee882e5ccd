namespace Hpo.Comparisons.Curves;

/// <summary>One step of a repetition's incumbent curve: from here on the smallest error handed in is this one.</summary>
/// <param name="Seconds">The time elapsed since the repetition began, in seconds; simulated when the repetition was.</param>
/// <param name="Trials">How many trials had handed in an error or failed by then, this one included.</param>
/// <param name="Epochs">How many epochs had been run by then.</param>
/// <param name="Error">The incumbent's error; finite.</param>
public sealed record IncumbentStep(double Seconds, int Trials, int Epochs, double Error);
