using Hpo.Comparisons.Curves;

namespace Hpo.Figures.Comparisons;

/// <summary>A comparison at a moment, in the view in which a figure shows it.</summary>
/// <param name="Contest">What is compared.</param>
/// <param name="Objective">The place of the objective that is shown; null for all together.</param>
/// <param name="Axis">What the figure is drawn against.</param>
/// <param name="Done">How many repetitions have ended.</param>
/// <param name="IsOver">Whether no more will.</param>
public sealed record ComparisonSight(Contest Contest, int? Objective, CostAxis Axis, int Done, bool IsOver)
{
    /// <summary>The objective that is shown, where it is one.</summary>
    internal ComparedObjective? Shown => Objective is { } place ? Contest.Objectives[place] : null;
}
