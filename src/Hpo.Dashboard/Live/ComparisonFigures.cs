using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Figures;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Theming;
using Hpo.Figures.Comparisons;

namespace Hpo.Dashboard.Live;

/// <summary>The figures of a comparison, computed and described as it stands.</summary>
internal static class ComparisonFigures
{
    /// <summary>The figure of a view: a <see cref="Hpo.Figures.FigureDescription"/>, or of wins a <see cref="WinTable"/>.</summary>
    public static object Describe(ComparisonMoment moment, ComparisonView view)
    {
        var (snapshot, contest) = (moment.Snapshot, moment.Contest);
        IReadOnlyList<RepetitionResult> results = view.Objective is { } objective
            ? [.. snapshot.Results.Where(result => result.Objective == objective)]
            : [.. snapshot.Results];
        var sight = new ComparisonSight(contest, view.Objective, view.Axis, moment.Progress.Done, snapshot.Status != ComparisonStatus.Running);
        return view.Plot switch
        {
            ComparisonPlot.Rank => MethodCurves.Ranks(sight, RankFigure.Create(results, contest.Methods.Count, view.Axis), FigureStyles.Page),
            ComparisonPlot.Targets => MethodCurves.Targets(sight, TargetFigure.Create(results, contest.Methods.Count, view.Axis, KnownMinima(contest)), FigureStyles.Page),
            ComparisonPlot.Wins => WinTable.Describe(contest.Methods, Wins(snapshot, results, contest, view)),
            _ => Incumbents(moment, view, sight, results),
        };
    }

    private static WinMatrix Wins(ComparisonSnapshot snapshot, IReadOnlyList<RepetitionResult> results, Contest contest, ComparisonView view) =>
        WinMatrix.Create(results, contest.Methods, snapshot.Definition.Repetitions * (view.Objective is null ? contest.Objectives.Count : 1));

    private static Hpo.Figures.FigureDescription Incumbents(
        ComparisonMoment moment, ComparisonView view, ComparisonSight sight, IReadOnlyList<RepetitionResult> results)
    {
        var minimum = view.IsRegret && view.Objective is { } objective ? sight.Contest.Objectives[objective].Minimum : null;
        var figure = IncumbentFigure.Create(results, sight.Contest.Methods.Count, view.Axis, view.Summary, moment.Snapshot.Definition.Seed, minimum);
        return IncumbentBands.Describe(sight, figure, Racing(moment, view, minimum ?? 0), minimum is not null, FigureStyles.Page);
    }

    private static Dictionary<int, double> KnownMinima(Contest contest) =>
        contest.Objectives.Index().Where(it => it.Item.Minimum is not null).ToDictionary(it => it.Index, it => it.Item.Minimum!.Value);

    private static List<RacingCurve> Racing(ComparisonMoment moment, ComparisonView view, double minimum) =>
        [.. from racing in moment.Snapshot.Racing
            where racing.Key.Objective == view.Objective
            orderby racing.Key.Method
            let lane = moment.Lanes.FirstOrDefault(lane => lane.Lane == racing.Key)
            select new RacingCurve(
                racing.Key.Method,
                racing.Key.Repetition,
                [.. racing.Value.Select(step => (Cost(step.Seconds, step.Trials, step.Epochs, view.Axis), step.Error - minimum))],
                lane is null ? null : Cost(lane.Seconds, lane.Trials, lane.Epochs, view.Axis))];

    private static double Cost(double seconds, int trials, int epochs, CostAxis axis) => axis switch
    {
        CostAxis.Trials => trials,
        CostAxis.Epochs => epochs,
        _ => seconds,
    };
}
