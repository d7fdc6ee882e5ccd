using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Steering;

/// <summary>What people did to a study while it ran, and when.</summary>
public sealed partial class SteeringLog
{
    [Parameter, EditorRequired]
    public StudySnapshot Study { get; set; } = default!;
}
