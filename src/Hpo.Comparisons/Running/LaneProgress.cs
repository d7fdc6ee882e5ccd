using System.Collections.Immutable;

namespace Hpo.Comparisons.Running;

/// <summary>In a race, how far a running method has come. It tells of the moment and is not kept.</summary>
/// <param name="Lane">Which.</param>
/// <param name="Seconds">The time elapsed when it last reported, in seconds.</param>
/// <param name="Trials">How many trials have handed in an error or failed.</param>
/// <param name="Epochs">How many epochs have been run.</param>
/// <param name="Newest">The newest error of each running trial, by trial.</param>
public sealed record LaneProgress(Lane Lane, double Seconds, int Trials, int Epochs, ImmutableArray<TrialError> Newest);
