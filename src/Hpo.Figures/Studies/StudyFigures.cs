namespace Hpo.Figures.Studies;

/// <summary>
/// The figures of a study with all their points: for pictures, exports and tests, and for pages that draw a study once. A page that follows a study is told the
/// <see cref="StudyShapes"/> alone, and puts in the points it knows.
/// </summary>
public static class StudyFigures
{
    /// <summary>The best error so far against the time it took.</summary>
    /// <param name="sight">The study.</param>
    /// <param name="style">The colours and the type.</param>
    /// <param name="isFinal">Whether only the errors count that trials ended with.</param>
    public static FigureDescription Incumbent(StudySight sight, FigureStyle style, bool isFinal = false) =>
        BestOverTime.Describe(sight, ShapesOf(sight), style, isFinal);

    /// <summary>The learning curves; null of what has no epochs.</summary>
    /// <param name="sight">The study.</param>
    /// <param name="style">The colours and the type.</param>
    public static FigureDescription? Curves(StudySight sight, FigureStyle style) =>
        ShapesOf(sight).Curves is { } shape ? LearningCurves.Describe(sight, shape, style) : null;

    /// <summary>Who ran when.</summary>
    /// <param name="sight">The study.</param>
    /// <param name="style">The colours and the type.</param>
    public static FigureDescription Timeline(StudySight sight, FigureStyle style) =>
        WhoRanWhen.Describe(sight, (TimelineShape)ShapesOf(sight).Timeline, style);

    private static StudyShapes ShapesOf(StudySight sight)
    {
        ArgumentNullException.ThrowIfNull(sight);
        return StudyShapes.Of(StudyTally.Of(sight.Study), sight.Objective, sight.Workers, sight.MostCurves);
    }
}
