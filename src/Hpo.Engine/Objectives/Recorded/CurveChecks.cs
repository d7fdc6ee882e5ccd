using Hpo.Engine.Validation;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>What keeps learning curves from being a table.</summary>
internal static class CurveChecks
{
    public static IReadOnlyList<Problem> FindProblems(TableDescription description, IReadOnlyList<LearningCurve> curves)
    {
        List<Problem> problems =
        [
            .. description.Space.Check(description.Default).Select(problem => problem.Within("default")),
            .. curves.Index().SelectMany(curve => FindProblems(description, curve.Item).Select(problem => problem.Within($"curves[{curve.Index}]"))),
        ];
        if (problems.Count == 0 && Learning(description, curves) < 2)
            problems.Add(new Problem("curves", "The table needs at least two configurations with which something is learned."));
        return problems;
    }

    private static int Learning(TableDescription description, IReadOnlyList<LearningCurve> curves) =>
        curves.Where(curve => !CurveScale.HasCollapsed(curve, description)).Select(curve => curve.Configuration).Distinct().Count();

    private static IEnumerable<Problem> FindProblems(TableDescription description, LearningCurve curve)
    {
        foreach (var problem in description.Space.Check(curve.Configuration))
            yield return problem.Within("configuration");
        if (curve.Errors.Count == 0 || curve.Errors.Count > description.Epochs || (curve.Errors.Count < description.Epochs && !double.IsNaN(curve.Errors[^1])))
            yield return new Problem("errors", $"There are {curve.Errors.Count} errors for {description.Epochs} epochs.");
        if (curve.Errors.SkipLast(1).Any(error => error is not (>= 0 and <= 1)) || curve.Errors.TakeLast(1).Any(error => error is < 0 or > 1))
            yield return new Problem("errors", "An error is a share, from 0 to 1.");
        if (curve.Seconds.Count != curve.Errors.Count)
            yield return new Problem("seconds", $"There are {curve.Seconds.Count} times for {curve.Errors.Count} errors.");
        if (!curve.Seconds.All(seconds => seconds > 0 && double.IsFinite(seconds)))
            yield return new Problem("seconds", "An epoch takes more than 0 seconds.");
    }
}
