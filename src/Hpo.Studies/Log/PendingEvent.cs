namespace Hpo.Studies.Log;

/// <summary>An event on its way to the database.</summary>
/// <param name="StudyId">The study it belongs to.</param>
/// <param name="Event">The event with its sequence number.</param>
public sealed record PendingEvent(string StudyId, LoggedEvent Event);
