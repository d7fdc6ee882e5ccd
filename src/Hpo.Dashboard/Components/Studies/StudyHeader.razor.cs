using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Definitions;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>Which study this is, where it stands, and the two ways to end it.</summary>
public sealed partial class StudyHeader
{
    private ConfirmDialog _dialog = default!;

    [Parameter, EditorRequired]
    public StudyDefinition Definition { get; set; } = default!;

    [Parameter, EditorRequired]
    public StudySnapshot Study { get; set; } = default!;

    /// <summary>How long the study has run, whenever it is asked.</summary>
    [Parameter, EditorRequired]
    public Func<TimeSpan> Elapsed { get; set; } = default!;

    /// <summary>Whether that time is simulated: it stands still between events.</summary>
    [Parameter]
    public bool IsSimulated { get; set; }

    /// <summary>Why the study's log ends before the study did; null as long as all is well.</summary>
    [Parameter]
    public string? LogFailure { get; set; }

    /// <summary>Whether the visitor may steer it.</summary>
    [Parameter]
    public bool MayChange { get; set; } = true;

    [Parameter]
    public EventCallback OnStop { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    private StudyProgress Progress => StudyProgress.Of(Definition, Study);

    private StatusLabel Label => LogFailure is null
        ? StatusLabel.Of(Study.Status, Study.Outcome)
        : StatusLabel.LogFailed;

    private bool CanStop => CanCancel && Study.Status != StudyStatus.Stopping;

    private bool CanCancel => Study.Status != StudyStatus.Ended && LogFailure is null;

    private bool Ticks => !IsSimulated && CanCancel && Study.Status != StudyStatus.Created;

    private string? Outcome => Study.Status switch
    {
        StudyStatus.Created => "Waiting for the first trial.",
        StudyStatus.Stopping => $"No more trials are started. Waiting for {Format.Count(Study.Running, "running trial")}.",
        StudyStatus.Ended => Study.OutcomeReason,
        _ => null,
    };

    private string WhatIsLost => Study.Running switch
    {
        0 => "No more trials are started. What has been found so far is kept.",
        1 => "The running trial ends now, and its result does not count. What has been found so far is kept.",
        var running => $"The {Format.Count(running)} running trials end now, and their results do not count. What has been found so far is kept.",
    };

    private Task AskAsync() => _dialog.OpenAsync();
}
