namespace Hpo.Studies.Log;

/// <summary>An event on its way to the database.</summary>
/// <typeparam name="TEvent">What can happen.</typeparam>
/// <param name="LogId">The study, or the comparison, it belongs to.</param>
/// <param name="Event">The event with its sequence number.</param>
/// <param name="Lease">What the run stands on that the event comes from: without it the event is not written. Null for an event of no run.</param>
public sealed record PendingEvent<TEvent>(string LogId, LoggedEvent<TEvent> Event, Lease? Lease = null);
