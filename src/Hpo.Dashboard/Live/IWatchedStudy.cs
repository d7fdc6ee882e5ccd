using Hpo.Engine.Tuning;
using Hpo.Figures.Studies;
using Hpo.Studies.Log;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Live;

/// <summary>What the live view needs of a study. A seam: tests put a scripted study here.</summary>
public interface IWatchedStudy
{
    /// <summary>Whose it is; empty for the presenter.</summary>
    string Owner { get; }

    /// <summary>What it minimises.</summary>
    ObjectiveFacts Objective { get; }

    /// <summary>How many workers its definition has.</summary>
    int Workers { get; }

    /// <summary>The latest durable state.</summary>
    StudySnapshot Snapshot { get; }

    /// <summary>How long the study has run by now; stands still once it has ended.</summary>
    TimeSpan ElapsedNow { get; }

    /// <summary>Why its log ends before the study did, in words; null as long as all is well.</summary>
    string? LogFailure { get; }

    /// <summary>The durable events after a sequence number; null when it lies too far back, or ahead of the log.</summary>
    IReadOnlyList<LoggedEvent<StudyEvent>>? EventsAfter(long sequence);

    /// <summary>Waits until there is an event after a sequence number.</summary>
    Task WaitForChangeAsync(long afterSequence, CancellationToken cancellationToken);
}
