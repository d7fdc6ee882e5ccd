namespace Hpo.Comparisons.Curves;

/// <summary>One repetition of one objective that every compared method has finished: they shared its seed.</summary>
/// <param name="Objective">The objective's place in the comparison.</param>
/// <param name="Repetition">The repetition.</param>
/// <param name="Curves">One for each compared method, in their order.</param>
internal sealed record PairedRepetition(int Objective, int Repetition, IReadOnlyList<StepCurve> Curves);
