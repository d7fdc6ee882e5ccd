using System.Globalization;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Views;

namespace Hpo.Studies.Running.Commands;

/// <summary>Has a tuner do what a person wants, and says in words what became of it and how to take it back.</summary>
internal static class CommandExecution
{
    /// <summary>Carries a command out.</summary>
    /// <param name="command">What is to be done.</param>
    /// <param name="tuner">The tuner, which runs.</param>
    /// <param name="definition">What the study runs.</param>
    /// <param name="study">The study as it stood before.</param>
    public static StudyAnswer Execute(StudyCommand command, Tuner tuner, StudyDefinition definition, StudySnapshot study) => command switch
    {
        PauseStudy => Answer(tuner.Pause(), study.Running > 0 ? "Pausing: running trials finish their epochs." : "Paused.", new ContinueStudy()),
        ContinueStudy => Answer(tuner.GoOn(), "The study goes on.", new PauseStudy()),
        StopStudy => Answer(tuner.RequestStop(), "Stopping: no more trials are started.", study.Running > 0 ? new WithdrawStop() : null),
        WithdrawStop => Answer(tuner.WithdrawStop(), "The study goes on and starts trials again.", new StopStudy()),
        CancelStudy => Answer(tuner.Cancel(), "The study was cancelled."),
        SetNumberOfTrials set => Answer(
            tuner.SetNumberOfTrials(set.Trials), $"The study has {Count(set.Trials, "trial")} now.", new SetNumberOfTrials(study.TrialsAsked(definition))),
        SetWorkers set => Answer(
            tuner.SetWorkers(set.Workers), $"The study has {Count(set.Workers, "worker")} now.", new SetWorkers(study.WorkersAsked(definition))),
        TryConfiguration attempt => Answer(
            tuner.Enqueue(definition.Space.Require(attempt.Configuration), out var number), "The configuration is tried next.", new WithdrawConfiguration(number)),
        WithdrawConfiguration withdraw => Answer(
            tuner.Withdraw(withdraw.Number), "The configuration was taken back.", Again(study, withdraw.Number)),
        StopTrial stop => Answer(tuner.StopTrial(stop.TrialId), $"Trial {stop.TrialId.ToString(CultureInfo.InvariantCulture)} is stopped."),
        _ => StudyAnswer.Refused($"This program does not know the command {command.GetType().Name}."),
    };

    private static StudyAnswer Answer(string? refusal, string words, StudyCommand? undo = null) =>
        refusal is null ? StudyAnswer.Done(words, undo) : StudyAnswer.Refused(refusal);

    private static TryConfiguration? Again(StudySnapshot study, int number) =>
        study.Enqueued.Find(enqueued => enqueued.Number == number) is { } enqueued ? new TryConfiguration(enqueued.Configuration) : null;

    private static string Count(int count, string noun) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
