using System.Collections.Immutable;

namespace Hpo.Studies.Organising;

/// <summary>What people say about a study. It is no part of its log: nothing is computed from it.</summary>
/// <param name="Notes">Plain text, of several lines; empty for none.</param>
/// <param name="Tags">Short labels to find it by.</param>
public sealed record StudyMetadata(string Notes, ImmutableArray<string> Tags)
{
    /// <summary>The name that it was given since it was started; empty as long as the one of its definition holds.</summary>
    public string Name { get; init; } = "";

    /// <summary>Nothing was said.</summary>
    public static StudyMetadata None { get; } = new("", []);

    /// <summary>The first line of the notes that is not empty; empty for none.</summary>
    public string FirstLine => Notes.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "";

    /// <inheritdoc/>
    public bool Equals(StudyMetadata? other) => other is not null && Notes == other.Notes && Name == other.Name && Tags.SequenceEqual(other.Tags);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Notes, Name, Tags.Length);
}
