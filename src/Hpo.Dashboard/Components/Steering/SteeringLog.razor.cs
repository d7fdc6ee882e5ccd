using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Steering;

/// <summary>What people did to a study while it ran, and when; nothing as long as nobody did anything.</summary>
public sealed partial class SteeringLog
{
    [Parameter, EditorRequired]
    public StudySnapshot Study { get; set; } = default!;
}
