using System.Collections.Immutable;

namespace Hpo.Dashboard.Models.Comparisons.Form;

/// <summary>What stands in the comparison form, to be kept by the server after it has let go of the page.</summary>
/// <param name="Texts">The fields.</param>
/// <param name="Objectives">The chosen objectives.</param>
/// <param name="Methods">The methods, in order.</param>
public sealed record KeptComparisonForm(ImmutableDictionary<ComparisonField, string> Texts, ImmutableArray<string> Objectives, ImmutableArray<KeptMethod> Methods);
