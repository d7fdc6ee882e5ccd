namespace Hpo.Dashboard.Live;

/// <summary>The pace and the bounds of the live view.</summary>
public sealed record LiveOptions
{
    /// <summary>The largest number of characters of a study's id that is looked up at all.</summary>
    public const int MaxIdLength = 64;

    /// <summary>The number of studies one connection may watch at a time.</summary>
    public const int MaxStreamsPerConnection = 8;

    /// <summary>
    /// The number of views of comparisons one connection may watch at a time: a page shows four, and asks for others before the last ones have ended.
    /// </summary>
    public const int MaxViewsPerConnection = 24;

    /// <summary>The shortest time between two frames of a study: eight a second.</summary>
    public TimeSpan Tick { get; init; } = TimeSpan.FromMilliseconds(125);

    /// <summary>The shortest time between two frames of a comparison: four a second.</summary>
    public TimeSpan ComparisonTick { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The shortest time between two words to a spectator on who else is there and where the presenter looks: four a second.</summary>
    public TimeSpan RoomTick { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>While a study runs, its viewers hear of it at least this often.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>So often when it does not run: enough to notice a lost connection, and a study that was taken up again.</summary>
    public TimeSpan IdleBeat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A viewer that lags by more events starts again from a snapshot, which is then the shorter message.</summary>
    public int MaxDeltaEvents { get; init; } = 1000;

    /// <summary>
    /// The largest number of finished learning curves that a chart draws, and a snapshot therefore holds whole. The snapshot tells the chart.
    /// </summary>
    public int MaxDrawnCurves { get; init; } = 400;

    /// <summary>The largest number of points of learning curves in a snapshot; longer ones are thinned, and the snapshot says so.</summary>
    public int MaxCurvePoints { get; init; } = 20_000;
}
