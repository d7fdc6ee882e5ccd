namespace Hpo.Dashboard.Models.Comparisons.Form;

/// <summary>A field of the comparison form, in the order of the page; the methods have fields of their own.</summary>
public enum ComparisonField
{
    Name,
    Kind,
    Objectives,
    Methods,
    Repetitions,
    Trials,
    Epochs,
    Seconds,
    Workers,
    MaxEpochs,
    DecisionTime,
    DecisionSeconds,
    FirstConfiguration,
    Seed,
}
