using Hpo.Dashboard.Access;
using Hpo.Studies.Classes;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

/// <summary>Where a viewer gives a name and becomes a student.</summary>
public sealed partial class Join
{
    public const string ProblemParameter = "problem";

    [SupplyParameterFromQuery(Name = ProblemParameter)]
    public string? ProblemName { get; set; }

    private string? Problem => Enum.TryParse<JoinProblem>(ProblemName, out var problem) ? problem switch
    {
        JoinProblem.Name => $"This cannot be a name: give 1 to {Person.MaxNameLength} letters.",
        JoinProblem.Taken => "Somebody else has this name: add an initial.",
        JoinProblem.Full => $"{ClassRoom.MaxPeople} take part, and no more fit in.",
        _ => null,
    } : null;
}
