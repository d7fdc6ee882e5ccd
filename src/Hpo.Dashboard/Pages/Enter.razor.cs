using Hpo.Dashboard.Access;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

/// <summary>The entrance. A token behind the # of its address is sent by <c>js/enter.js</c>, without anybody pressing anything.</summary>
public sealed partial class Enter
{
    public const string ProblemParameter = "problem";

    [SupplyParameterFromQuery(Name = ProblemParameter)]
    public string? ProblemName { get; set; }

    /// <summary>Where somebody wanted to go.</summary>
    [SupplyParameterFromQuery(Name = VisitorCookie.FromParameter)]
    public string? From { get; set; }

    private string? Problem => Enum.TryParse<EnterProblem>(ProblemName, out var problem) ? problem switch
    {
        EnterProblem.Wrong => "This does not fit. It may be mistyped, or the presenter has made a new one: ask for it.",
        EnterProblem.Often => "Too many wrong tokens came from your network. Wait a minute, then try again.",
        EnterProblem.Form => "The page was open for too long. Try again.",
        _ => null,
    } : null;
}
