namespace Hpo.Dashboard.Models.Form;

/// <summary>A field of the study form, the space aside.</summary>
public enum StudyField
{
    Name,
    Objective,
    Searcher,
    Scheduler,
    Trials,
    MaxEpochs,
    Workers,
    Seed,
    TimeLimit,
    TargetError,
    TrialTimeout,
}
