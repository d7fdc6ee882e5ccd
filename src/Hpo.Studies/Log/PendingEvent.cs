namespace Hpo.Studies.Log;

/// <summary>An event on its way to the database.</summary>
/// <param name="StudyId">The study it belongs to.</param>
/// <param name="Event">The event with its sequence number.</param>
/// <param name="Lease">What the run stands on that the event comes from: without it the event is not written. Null for an event of no run.</param>
public sealed record PendingEvent(string StudyId, LoggedEvent Event, Lease? Lease = null);
