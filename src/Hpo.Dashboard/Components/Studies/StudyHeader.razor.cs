using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Trials;
using Hpo.Studies.Definitions;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>Which study this is, what it tunes how, and where it stands.</summary>
public sealed partial class StudyHeader
{
    /// <summary>What it is called now.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

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

    [Parameter]
    public RenderFragment? Tags { get; set; }

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
}
