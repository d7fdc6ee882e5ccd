namespace Hpo.Dashboard.Live;

/// <summary>What a view of a comparison shows.</summary>
public enum ComparisonPlot
{
    /// <summary>The incumbent's error, summed up over repetitions.</summary>
    Incumbent,

    /// <summary>The average rank.</summary>
    Rank,

    /// <summary>The share of targets hit.</summary>
    Targets,

    /// <summary>The wins of each method against each other, and what can be concluded.</summary>
    Wins,
}
