namespace Hpo.Studies.Log;

/// <summary>An event that is durable.</summary>
/// <typeparam name="TEvent">What can happen: in a study, or in a comparison.</typeparam>
/// <param name="Sequence">Its number in its log: 1, 2, 3, … without gaps.</param>
/// <param name="Event">What happened.</param>
public sealed record LoggedEvent<TEvent>(long Sequence, TEvent Event);
