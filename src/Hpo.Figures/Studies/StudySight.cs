using Hpo.Studies.Views;

namespace Hpo.Figures.Studies;

/// <summary>A study at a moment, as its figures show it.</summary>
/// <param name="Study">The fold of its log.</param>
/// <param name="Objective">What it minimises.</param>
/// <param name="Workers">How many workers its definition has, whether they have run a trial or not.</param>
/// <param name="Now">How long it has run.</param>
public sealed record StudySight(StudySnapshot Study, ObjectiveFacts Objective, int Workers, TimeSpan Now)
{
    /// <summary>The largest number of finished learning curves that are drawn, from 1.</summary>
    public int MostCurves { get; init; } = LearningCurves.MostDrawn;
}
