using System.Collections.Immutable;
using Hpo.Dashboard.Models.Space;

namespace Hpo.Dashboard.Models.Form;

/// <summary>What stands in the study form, to be kept by the server after it has let go of the page: what was typed, not what could be undone.</summary>
/// <param name="Texts">The fields.</param>
/// <param name="Parameters">The parameters that differ from their defaults.</param>
/// <param name="Space">The space.</param>
/// <param name="UnreadableJson">The JSON of the space, when it cannot be understood; null otherwise.</param>
/// <param name="WarmStudies">The studies that the searcher learns from.</param>
public sealed record KeptStudyForm(
    ImmutableDictionary<StudyField, string> Texts, ImmutableArray<KeptParameter<StudyField>> Parameters, SpaceDraft Space, string? UnreadableJson, ImmutableArray<string> WarmStudies);
