namespace Hpo.Dashboard.Models.Form;

/// <summary>A field of the study form, in the order of the page, the space aside.</summary>
public enum StudyField
{
    Name,
    Objective,
    Trials,
    MaxEpochs,
    Workers,
    Seed,
    TimeLimit,
    TargetError,
    TrialTimeout,
    Searcher,
    Scheduler,
    WarmTrials,
}
