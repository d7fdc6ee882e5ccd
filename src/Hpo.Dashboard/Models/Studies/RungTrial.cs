namespace Hpo.Dashboard.Models.Studies;

/// <summary>A trial at a rung.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Error">Its error when it reached the rung.</param>
/// <param name="State">What has become of it there.</param>
/// <param name="Label">The same in words, shape and colour.</param>
/// <param name="Reason">Why, in words; null when nothing needed saying. A rank in it is the one of then, and not of now.</param>
/// <param name="ReasonAt">When that was decided, in the study's time; null when nothing was.</param>
public sealed record RungTrial(int Id, double Error, RungState State, StatusLabel Label, string? Reason, TimeSpan? ReasonAt = null);
