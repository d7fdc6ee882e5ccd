namespace Hpo.Studies.Definitions;

/// <summary>Something that one definition has otherwise than another.</summary>
/// <param name="Path">Where, as in <see cref="StudyDefinitionRules"/>: <c>stop.trials</c>, <c>space.learning_rate</c>, <c>searcher.parameters.candidates</c>.</param>
/// <param name="Before">The one's value, of the definition's own type; null when it has none.</param>
/// <param name="After">The other's value; null when it has none.</param>
public sealed record DefinitionChange(string Path, object? Before, object? After)
{
    /// <summary>Whether only the other has it.</summary>
    public bool IsAdded => Before is null;

    /// <summary>Whether only the one has it.</summary>
    public bool IsRemoved => After is null;
}
