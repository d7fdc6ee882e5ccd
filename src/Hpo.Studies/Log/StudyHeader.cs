using Hpo.Studies.Definitions;

namespace Hpo.Studies.Log;

/// <summary>What is known of a stored study without reading its events.</summary>
/// <param name="Id">Its short random name, unique in the database.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Definition">What it runs.</param>
public sealed record StudyHeader(string Id, DateTimeOffset CreatedAt, StudyDefinition Definition);
