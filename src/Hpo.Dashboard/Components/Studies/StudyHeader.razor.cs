using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>Which study this is and where it stands.</summary>
public sealed partial class StudyHeader
{
    [Parameter, EditorRequired]
    public StudyDefinition Definition { get; set; } = default!;

    [Parameter, EditorRequired]
    public StudySnapshot Study { get; set; } = default!;

    /// <summary>What the study is, at a glance.</summary>
    [Parameter]
    public StudyKind? Kind { get; set; }

    /// <summary>How long the study has run, whenever it is asked.</summary>
    [Parameter, EditorRequired]
    public Func<TimeSpan> Elapsed { get; set; } = default!;

    /// <summary>Whether that time is simulated: it stands still between events.</summary>
    [Parameter]
    public bool IsSimulated { get; set; }

    /// <summary>Why the study's log ends before the study did; null as long as all is well.</summary>
    [Parameter]
    public string? LogFailure { get; set; }

    /// <summary>What can be done about the study.</summary>
    [Parameter]
    public RenderFragment? Controls { get; set; }

    private StudyProgress Progress => StudyProgress.Of(Definition, Study);

    private StatusLabel Label => LogFailure is null
        ? StatusLabel.Of(Study)
        : StatusLabel.LogFailed;

    /// <summary>What is told beside the running trials, which have a place as long as there may be any: nothing moves when one begins or ends.</summary>
    private IEnumerable<(TrialStatus Status, int Count)> Told => Progress.Told.Where(told => told.Status != TrialStatus.Running);

    private bool IsOpen => Study.Status != StudyStatus.Ended && LogFailure is null;

    private bool Ticks => !IsSimulated && LogFailure is null && Study.IsTicking;

    private string? Outcome => Study.Status switch
    {
        StudyStatus.Created => "Waiting for the first trial.",
        StudyStatus.Pausing => $"No work is begun. Waiting for {Format.Count(Study.Running, "running trial")} to finish an epoch.",
        StudyStatus.Paused => Study.IsStopRequested
            ? "Paused: the study's time stands still. When it goes on, running trials finish and no more are started."
            : "Paused: the study's time stands still.",
        StudyStatus.Stopping => $"No more trials are started. Waiting for {Format.Count(Study.Running, "running trial")}.",
        StudyStatus.Ended => Study.OutcomeReason,
        _ => null,
    };
}
