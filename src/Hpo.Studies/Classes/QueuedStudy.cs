using Hpo.Studies.Definitions;

namespace Hpo.Studies.Classes;

/// <summary>A study that waits for its turn.</summary>
/// <param name="Number">Its place in the order of arrival.</param>
/// <param name="Id">The id it will have as a study.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Definition">What it will run.</param>
public sealed record QueuedStudy(long Number, string Id, string Owner, StudyDefinition Definition);
