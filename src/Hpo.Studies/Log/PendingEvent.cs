namespace Hpo.Studies.Log;

/// <summary>An event on its way to the database.</summary>
/// <param name="StudyId">The study it belongs to.</param>
/// <param name="Event">The event with its sequence number.</param>
/// <param name="Run">What tells apart the runs of a study that is resumed; null for none.</param>
public sealed record PendingEvent(string StudyId, LoggedEvent Event, object? Run = null);
