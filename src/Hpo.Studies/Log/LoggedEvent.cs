using Hpo.Engine.Tuning;

namespace Hpo.Studies.Log;

/// <summary>An event that is durable.</summary>
/// <param name="Sequence">Its number in the study's log: 1, 2, 3, … without gaps.</param>
/// <param name="Event">What happened.</param>
public sealed record LoggedEvent(long Sequence, StudyEvent Event);
