namespace Hpo.Figures.Studies;

/// <summary>
/// What a figure of a study is described from, without its columns: two moments of a study whose shapes are equal have figures that differ by points alone. A page
/// is told the description when the shape changes, and puts the points into its traces by their keys (<c>meta</c>).
/// </summary>
public abstract record StudyShape
{
    /// <summary>How trials failed, in words; empty when none did.</summary>
    public required string Failed { get; init; }

    /// <summary>Whether a trial is paused, or was.</summary>
    public required bool HasPauses { get; init; }

    /// <summary>Whether the study has ended.</summary>
    public required bool IsOver { get; init; }

    /// <summary>Whether it is paused as a whole.</summary>
    public required bool IsResting { get; init; }

    /// <summary>Whether there is nothing to draw.</summary>
    public required bool IsEmpty { get; init; }

    /// <summary>Describes the figure. Its traces have no points.</summary>
    /// <param name="style">The colours and the type.</param>
    public abstract FigureDescription Describe(FigureStyle style);

    /// <summary>What stands where there is nothing to draw; null when there is something.</summary>
    private protected string? Empty => !IsEmpty ? null : IsOver ? "The study ended without a report." : "Waiting for the first report…";

    /// <summary>What is said of a log scale.</summary>
    private protected static string? LogNote(bool isLog, bool hasLowErrors) => isLog && hasLowErrors ? "Errors of 0 and below have no place on a log scale." : null;
}
