using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Figures;

namespace Hpo.Dashboard.Live;

/// <summary>How a viewer looks at a comparison. Views that are alike share their figure.</summary>
/// <param name="Objective">The objective's place; null for all together, which ranks and targets allow.</param>
/// <param name="Axis">What it is drawn against.</param>
/// <param name="Summary">How repetitions are summed up; ranks and targets have no use for it.</param>
/// <param name="Plot">What is shown.</param>
/// <param name="IsRegret">Whether the smallest possible error is taken off.</param>
public sealed record ComparisonView(int? Objective, CostAxis Axis, Summary Summary, ComparisonPlot Plot, bool IsRegret);
