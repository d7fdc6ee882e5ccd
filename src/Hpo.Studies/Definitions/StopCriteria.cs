namespace Hpo.Studies.Definitions;

/// <summary>When a study ends: at whichever comes first.</summary>
/// <param name="Trials">After this many trials.</param>
/// <param name="TimeLimitSeconds">After this time, running trials included; null for no limit.</param>
/// <param name="TargetError">When the incumbent's error is this small or smaller; null for no target.</param>
public sealed record StopCriteria(int Trials, double? TimeLimitSeconds = null, double? TargetError = null);
