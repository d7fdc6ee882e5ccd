namespace Hpo.Dashboard.Models.Comparisons.Form;

/// <summary>What a method is made of, in the order of the page.</summary>
public enum MethodRole
{
    Searcher,
    Scheduler,
}
