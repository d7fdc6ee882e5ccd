using Hpo.Studies.Definitions;

namespace Hpo.Studies.Log;

/// <summary>What is known of a stored study without reading its events.</summary>
/// <param name="Id">Its short random name, unique in the database.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Definition">What it runs.</param>
/// <param name="Owner">Whose it is: the id of a student; empty for the presenter, whose are all studies of a dashboard that only its own machine reaches.</param>
public sealed record StudyHeader(string Id, DateTimeOffset CreatedAt, StudyDefinition Definition, string Owner = "")
{
    /// <summary>Why its definition cannot be read, in words; <see cref="Definition"/> then only stands in for it. Null as long as all is well.</summary>
    public string? Problem { get; init; }
}
