namespace Hpo.Studies.Views;

/// <summary>A time in which a worker ran a trial without a break.</summary>
/// <param name="Worker">The worker, from 0.</param>
/// <param name="From">When it began, counted from the start of the study.</param>
/// <param name="To">When the trial was paused or ended; null while it runs.</param>
/// <param name="Reason">Why the trial went on, and what had to be computed again; null for a first stretch, which began because of <see cref="TrialView.Reason"/>.</param>
public readonly record struct Stretch(int Worker, TimeSpan From, TimeSpan? To, string? Reason);
