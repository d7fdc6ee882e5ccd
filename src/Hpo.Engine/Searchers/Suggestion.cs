using Hpo.Engine.Space;

namespace Hpo.Engine.Searchers;

/// <summary>A configuration to try, and why.</summary>
/// <param name="Configuration">The configuration; it belongs to the searcher's space.</param>
/// <param name="Reason">Where it comes from, in words: <c>initial configuration 1 of 1</c>, <c>drawn at random</c>.</param>
public sealed record Suggestion(Configuration Configuration, string Reason);
