namespace Hpo.Studies.Log;

/// <summary>Where the log of a study ends, and the summary that is stored of it.</summary>
/// <param name="Sequence">Its last event; 0 when it has none.</param>
/// <param name="SummarySequence">The event that the summary is of; null for no summary.</param>
/// <param name="Body">The summary.</param>
internal sealed record StudyEnd(long Sequence, long? SummarySequence, string? Body);
