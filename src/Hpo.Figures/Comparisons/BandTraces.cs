using Hpo.Comparisons.Figures;
using Hpo.Studies.Wording;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;

namespace Hpo.Figures.Comparisons;

/// <summary>The traces of one method's incumbents, in the order in which they are drawn. All are there at any time: what is new moves nothing else.</summary>
internal sealed class BandTraces(int method, ComparisonSight sight, IncumbentFigure figure, FigureStyle style)
{
    /// <summary>How many traces a method has.</summary>
    public const int PerMethod = 5;

    /// <summary>The places of the traces a table is read from, among those of a method.</summary>
    public const int Lower = 0, Upper = 1, Centre = 3;

    /// <summary>With more methods their filled bands hide each other, and the edges alone are drawn.</summary>
    private const int MostFilled = 4;

    private readonly BandCurve? _curve = figure.Curves.FirstOrDefault(curve => curve.Method == method);
    private readonly LineWidths _widths = LineWidths.Of(sight.Contest.IsRace);
    private readonly string _name = FigureText.Escape(sight.Contest.Methods[method]);

    /// <summary>The first place of the grid behind the end of a method's repetitions: from there on its curve is held and not measured.</summary>
    public static int HeldFrom(double[] grid, BandCurve curve)
    {
        var place = curve.End is { } end ? Array.FindIndex(grid, cost => cost > end) : -1;
        return place < 0 ? grid.Length : place;
    }

    /// <summary>All of them.</summary>
    /// <param name="racing">What runs now; null when nothing does.</param>
    public Scatter[] Create(RacingCurve? racing)
    {
        var (lower, upper, held, centre) = (Edge("lower"), Edge("upper"), Held(), Line());
        if (sight.Contest.Methods.Count <= MostFilled)
            (upper.Fill, upper.FillColor) = (FillEnum.ToNextY, FigureStyle.Translucent(style.Method(method), 0.08));
        if (_curve is not null)
            Fill(_curve, lower, upper, held, centre);
        return [lower, upper, held, centre, Racing(racing)];
    }

    private void Fill(BandCurve curve, Scatter lower, Scatter upper, Scatter held, Scatter centre)
    {
        var heldFrom = HeldFrom(figure.Grid, curve);
        for (var i = 0; i < figure.Grid.Length; i++)
        {
            // before a curve begins there is nothing: no line leads there
            if (curve.Center[i] is not { } value)
                continue;
            var cost = figure.Grid[i];
            if (i < heldFrom)
                Add(centre, cost, value);
            // from the last measured point on
            if (i >= heldFrom - 1 && heldFrom < figure.Grid.Length)
                Lead(held, cost, value);
            if (curve.Lower[i] is not { } low || curve.Upper[i] is not { } high || i >= heldFrom)
                continue;
            Lead(lower, cost, low);
            Lead(upper, cost, high);
            centre.CustomData!.Add(figure.Summary == Summary.Mean ? high - value : new[] { low, high });
        }
    }

    private Scatter Line()
    {
        var line = MethodStyle.Line(method, sight.Contest.Methods[method], style, sight.Contest.IsRace);
        (line.X, line.Y, line.CustomData) = ([], [], []);
        line.HoverTemplate = $"{_name}: {Value()} ({Format.Count(_curve?.Repetitions ?? 0, "repetition")})<extra></extra>";
        return line;
    }

    private string Value() => _curve?.Lower.Any(value => value is not null) != true ? "%{y:.4~g}"
        : figure.Summary == Summary.Mean ? "%{y:.4~g} ± %{customdata:.2~g}"
        : "%{y:.4~g}, %{customdata[0]:.4~g} to %{customdata[1]:.4~g}";

    private Scatter Edge(string which)
    {
        var edge = Silent(which, MethodStyle.Plain(_widths.Edge, style.Method(method), style));
        edge.Line!.Dash = MethodStyle.Dash(method);
        return edge;
    }

    private Scatter Held() => Silent("held", MethodStyle.Plain(_widths.Held, FigureStyle.Translucent(style.Method(method), 0.55), style));

    private Scatter Silent(string which, Line line) =>
        new() { Name = $"{_name}: {which}", Mode = ModeFlag.Lines, HoverInfo = HoverInfoFlag.Skip, ShowLegend = false, Line = line, X = [], Y = [] };

    private Scatter Racing(RacingCurve? racing)
    {
        var trace = new Scatter
        {
            Name = $"{_name}: now",
            Mode = ModeFlag.Lines,
            ShowLegend = false,
            Line = MethodStyle.Plain(_widths.Racing, style.Method(method), style),
            HoverTemplate = $"{_name}, this repetition: %{{y:.4~g}}<extra></extra>",
            X = [],
            Y = [],
        };
        if (racing is null)
            return trace;
        foreach (var (cost, error) in racing.Steps)
            Add(trace, cost, error);
        // the incumbent stands until now
        if (racing.Steps.Count > 0 && racing.Now > racing.Steps[^1].Cost)
            Add(trace, racing.Now.Value, racing.Steps[^1].Error);
        trace.Meta = new RacingMark(method, racing.Repetition, racing.Steps.Count);
        return trace;
    }

    /// <summary>Leads a line on that nobody points at: where it stays level it needs two points and no more.</summary>
    private static void Lead(Scatter trace, double x, double y)
    {
        if (trace.Y!.Count > 1 && trace.Y[^1].Equals(y) && trace.Y[^2].Equals(y))
            trace.X![^1] = x;
        else
            Add(trace, x, y);
    }

    private static void Add(Scatter trace, double x, double y)
    {
        trace.X!.Add(x);
        trace.Y!.Add(y);
    }
}
