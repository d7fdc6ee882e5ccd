using Hpo.Studies.Wording;

namespace Hpo.Studies.Classes;

/// <summary>Somebody who takes part in a class.</summary>
/// <param name="Id">Owns their studies; random, and told to nobody.</param>
/// <param name="Name">The name they gave, for the others.</param>
public sealed record Person(string Id, string Name)
{
    /// <summary>The largest number of characters of a name.</summary>
    public const int MaxNameLength = 40;

    /// <summary>Why a text cannot be a person's name; null when it can.</summary>
    public static string? NameProblem(string? name) => name switch
    {
        _ when string.IsNullOrWhiteSpace(name) => "Give a name by which the others know you.",
        { Length: > MaxNameLength } => $"The name has {name.Length} characters: at most {MaxNameLength} are allowed.",
        _ when name.Any(char.IsControl) || DirectionMarks.AreIn(name) || !name.IsNormalized() => "The name contains something that is no letter.",
        _ => null,
    };
}
