namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>A point of the unit cube and the logarithm of the expected improvement there.</summary>
internal readonly record struct ScoredPoint(double[] Point, double Score);
