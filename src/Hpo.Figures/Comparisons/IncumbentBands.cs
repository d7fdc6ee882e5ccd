using System.Globalization;
using Hpo.Comparisons.Figures;
using Hpo.Studies.Wording;

namespace Hpo.Figures.Comparisons;

/// <summary>
/// The chapter's figure: the incumbent against what was spent, summed up over the repetitions of each method, with a dashed band; thin where all of its
/// repetitions had ended. In a race, with the curves of what runs now.
/// </summary>
public static class IncumbentBands
{
    /// <summary>Of more methods the best are put in words.</summary>
    private const int MostSaid = 4;

    /// <summary>Describes it.</summary>
    /// <param name="sight">What is compared, and how it is looked at; of one objective.</param>
    /// <param name="figure">The curves.</param>
    /// <param name="racing">In a race, the curves of what runs.</param>
    /// <param name="isRegret">Whether the curves are regrets.</param>
    /// <param name="style">The colours and the type.</param>
    public static FigureDescription Describe(
        ComparisonSight sight, IncumbentFigure figure, IReadOnlyList<RacingCurve> racing, bool isRegret, FigureStyle style)
    {
        ArgumentNullException.ThrowIfNull(sight);
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(racing);
        ArgumentNullException.ThrowIfNull(style);
        var heading = Heading(sight, figure, isRegret);
        return new()
        {
            Data = [.. sight.Contest.Methods.SelectMany((_, method) =>
                new BandTraces(method, sight, figure, style).Create(racing.FirstOrDefault(curve => curve.Method == method)))],
            Views = [.. from isLog in FigureView.Scales from isLogX in FigureView.Scales select View(sight, figure, racing, isRegret, style, isLog, isLogX)],
            Summary = SummaryText(sight, figure),
            Empty = EmptyText(sight, figure, racing),
            Legend = Legend(sight, figure),
            Table = Table(sight, figure, heading),
            PictureTitle = heading,
        };
    }

    private static FigureView View(
        ComparisonSight sight, IncumbentFigure figure, IReadOnlyList<RacingCurve> racing, bool isRegret, FigureStyle style, bool isLog, bool isLogX)
    {
        var y = new FigureAxis(isRegret ? "regret" : sight.Shown?.Measures ?? "error", $"{sight.Objective},{isLog}") { IsLog = isLog };
        return new(isLog, isLogX, CostWords.Layout(style, sight, isLogX, y), isLog || isLogX ? null : CloseUp.Of(figure, racing), Note(figure, isLog, isLogX));
    }

    /// <summary>What has no place on a log scale.</summary>
    private static string? Note(IncumbentFigure figure, bool isLog, bool isLogX)
    {
        List<string> notes = [];
        if (isLog && figure.Curves.Any(curve => IsLow(curve.Center)))
            notes.Add("Values of 0 and below have no place on a log scale.");
        else if (isLog && figure.Curves.Any(curve => IsLow(curve.Lower)))
            notes.Add("Where the spread reaches 0 or below, its lower edge has no place on a log scale.");
        if (isLogX && figure.Grid.Length > 0 && figure.Grid[0] <= 0)
            notes.Add(CostWords.NoPlaceForZero);
        return notes.Count == 0 ? null : string.Join(' ', notes);
    }

    private static bool IsLow(double?[] values) => values.Any(value => value <= 0);

    private static bool IsThere(double?[] values) => values.Any(value => value is not null);

    private static string? EmptyText(ComparisonSight sight, IncumbentFigure figure, IReadOnlyList<RacingCurve> racing)
    {
        if (figure.Curves.Any(curve => IsThere(curve.Center)) || racing.Any(curve => curve.Steps.Count > 0))
            return null;
        if (!sight.IsOver)
            return "Waiting for the first repetition…";
        return sight.Done == 0 ? "It ended before a repetition had." : "No repetition handed in an error.";
    }

    private static List<LegendEntry> Legend(ComparisonSight sight, IncumbentFigure figure)
    {
        List<LegendEntry> legend = [.. sight.Contest.Methods.Select((name, method) => new LegendEntry(name, method))];
        if (figure.Curves.Any(curve => IsThere(curve.Lower)))
            legend.Add(new("dashed: the spread between repetitions", Mark: "band"));
        if (figure.Curves.Any(curve => BandTraces.HeldFrom(figure.Grid, curve) < figure.Grid.Length))
            legend.Add(new("thin: its repetitions had ended", Mark: "held"));
        return legend;
    }

    private static string Heading(ComparisonSight sight, IncumbentFigure figure, bool isRegret)
    {
        var place = sight.Contest.Objectives.Count > 1 && sight.Shown is { } objective ? $" on {objective.Name}" : "";
        return $"{(isRegret ? "regret" : "best error")} so far{place}, {Words(figure.Summary).Centre}";
    }

    private static FigureTable Table(ComparisonSight sight, IncumbentFigure figure, string heading) => new(
        $"{FigureText.Capital(heading)} with {Words(figure.Summary).Band}; a value holds until the next line",
        CostWords.Title(sight.Axis, sight.Contest.IsRace),
        [.. figure.Curves.SelectMany(curve => new FigureColumn[]
        {
            new(sight.Contest.Methods[curve.Method], (curve.Method * BandTraces.PerMethod) + BandTraces.Centre, ColumnFormat.Error),
            new("from", (curve.Method * BandTraces.PerMethod) + BandTraces.Lower, ColumnFormat.Error),
            new("to", (curve.Method * BandTraces.PerMethod) + BandTraces.Upper, ColumnFormat.Error),
        })]);

    private static string SummaryText(ComparisonSight sight, IncumbentFigure figure)
    {
        var ends = figure.Curves.Where(curve => IsThere(curve.Center)).OrderBy(curve => curve.Center[^1]).ToList();
        if (ends.Count == 0)
            return "";
        var (centre, band) = Words(figure.Summary);
        var spread = ends.Any(curve => curve.Lower[^1] is not null) ? $" with {band}" : "";
        var said = ends.Take(MostSaid).Select(curve => $"{sight.Contest.Methods[curve.Method]} {End(curve, figure.Summary)}");
        var rest = ends.Count > MostSaid ? $"; and {ends.Count - MostSaid} higher, in the table" : "";
        return $"{FigureText.Capital(centre)}{spread}, after {CostWords.Of(figure.Grid[^1], sight.Axis)}: {string.Join("; ", said)}{rest}.";
    }

    /// <summary>A curve's end in words.</summary>
    private static string End(BandCurve curve, Summary summary)
    {
        var repetitions = $"({Format.Count(curve.Repetitions, "repetition")})";
        var missing = curve.Missing > 0 ? $", {curve.Missing} without a result" : "";
        var value = Format.Error(curve.Center[^1]);
        if (curve.Lower[^1] is not { } lower || curve.Upper[^1] is not { } upper)
            return $"{value} {repetitions}{missing}";
        return summary == Summary.Mean
            ? $"{value} ± {Spread(upper - curve.Center[^1]!.Value)} {repetitions}{missing}"
            : $"{value}, {Format.Error(lower)} to {Format.Error(upper)} {repetitions}{missing}";
    }

    /// <summary>A spread needs no more than two digits.</summary>
    private static string Spread(double value) =>
        Format.Real(double.Parse(value.ToString("G2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private static (string Centre, string Band) Words(Summary summary) => summary switch
    {
        Summary.Median => ("median", "quartiles"),
        Summary.InterquartileMean => ("interquartile mean", "95 % bootstrap interval"),
        _ => ("mean", "one standard deviation"),
    };
}
