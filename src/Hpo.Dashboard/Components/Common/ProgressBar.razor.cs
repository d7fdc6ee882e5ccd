using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Common;

/// <summary>How many of the trials have ended, failed, and are under way.</summary>
public sealed partial class ProgressBar
{
    [Parameter, EditorRequired]
    public StudyProgress Progress { get; set; } = default!;

    private static string Percent(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
