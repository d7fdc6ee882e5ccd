using Hpo.Dashboard.Models.Studies;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Common;

/// <summary>The shape of a status, in the colour of the text around it.</summary>
public sealed partial class StatusShape
{
    private const string Ring = "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12";

    [Parameter, EditorRequired]
    public StatusIcon Icon { get; set; }

    private bool IsFilled => Icon is StatusIcon.Running or StatusIcon.Stopped or StatusIcon.Interrupted;

    private string Path => Icon switch
    {
        StatusIcon.Waiting => Ring,
        StatusIcon.Running => "M5 3l8 5-8 5z",
        StatusIcon.Paused => "M5 3v10M11 3v10",
        StatusIcon.Promoted => "M8 13.5V3M3.5 7.5L8 3l4.5 4.5",
        StatusIcon.Done => "M2.5 8.5l4 4L13.5 4",
        StatusIcon.Target => Ring + "M8 7.9v.2",
        StatusIcon.Clock => Ring + "M8 4.8V8l2.4 1.6",
        StatusIcon.Stopped => "M4 4h8v8H4z",
        StatusIcon.Cancelled => Ring + "M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
        StatusIcon.Failed => "M8 2L14.6 13.6H1.4zM8 6.6v3M8 11.4v.2",
        StatusIcon.Interrupted => "M9 1.5L4 9h3.5L7 14.5 12 7H8.5z",
        _ => "",
    };
}
