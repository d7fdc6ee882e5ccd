namespace Hpo.Engine.Searchers;

/// <summary>An error that a searcher has learned, at a point of the unit cube.</summary>
/// <param name="TrialId">The trial it belongs to; below 0 for one of an earlier study.</param>
/// <param name="Point">The trial's configuration, a coordinate of [0, 1] an <see cref="Axis"/>.</param>
/// <param name="Error">The error; finite.</param>
public readonly record struct Observation(int TrialId, double[] Point, double Error);
