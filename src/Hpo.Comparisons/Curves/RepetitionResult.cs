namespace Hpo.Comparisons.Curves;

/// <summary>What is kept of one repetition of one method on one objective: its incumbent curve, not its trials, so that many repetitions take little memory.</summary>
/// <param name="Objective">The objective's place in the comparison, from 0.</param>
/// <param name="Method">The method's place in the comparison, from 0.</param>
/// <param name="Repetition">The repetition, from 0; methods with the same objective and repetition share their seed, which makes them pairs.</param>
/// <param name="Steps">The incumbent curve, ascending in all three costs and strictly falling in error; empty when no trial handed in an error.</param>
/// <param name="EndSeconds">When the repetition ended, in seconds since it began.</param>
/// <param name="EndTrials">How many trials had ended by then.</param>
/// <param name="EndEpochs">How many epochs had been run by then.</param>
/// <param name="FailedTrials">How many of the trials failed: diverged, threw, or took too long.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Problem">What went wrong, in words; null unless the outcome is a failure.</param>
public sealed record RepetitionResult(
    int Objective,
    int Method,
    int Repetition,
    IReadOnlyList<IncumbentStep> Steps,
    double EndSeconds,
    int EndTrials,
    int EndEpochs,
    int FailedTrials,
    RepetitionOutcome Outcome,
    string? Problem = null);
