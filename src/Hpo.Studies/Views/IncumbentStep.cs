namespace Hpo.Studies.Views;

/// <summary>A moment at which a better error was handed in: one step of the incumbent curve.</summary>
/// <param name="Elapsed">When.</param>
/// <param name="TrialId">By which trial.</param>
/// <param name="Error">The new smallest error.</param>
/// <param name="Epoch">After how many of the trial's epochs.</param>
public readonly record struct IncumbentStep(TimeSpan Elapsed, int TrialId, double Error, int Epoch);
