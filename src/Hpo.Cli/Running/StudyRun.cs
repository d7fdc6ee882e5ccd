using Hpo.Cli.Output;
using Hpo.Engine.Tuning;
using Hpo.Studies.Exchange;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;

namespace Hpo.Cli.Running;

/// <summary>Follows a study that runs in this process to its end.</summary>
internal static class StudyRun
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.2);

    /// <summary>Follows a study; the first Ctrl+C stops it after its running trials, the second interrupts it so that it can be resumed.</summary>
    /// <param name="studies">The studies of this process.</param>
    /// <param name="study">The one that runs.</param>
    /// <param name="after">The event after which it is followed.</param>
    /// <param name="asJson">Whether every event is written, a line of JSON each.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> FollowAsync(StudyService studies, LiveStudy study, long after, bool asJson)
    {
        var progress = new ProgressLine(Console.Error, !Console.IsErrorRedirected, TimeProvider.System);
        using var interrupted = new CancellationTokenSource();
        using var interrupts = new Interrupts(
            () =>
            {
                progress.Say("No more trials are started; waiting for the running ones. Ctrl+C once more interrupts them.");
                studies.Send(study.Id, new StopStudy());
            },
            interrupted.Cancel);
        try
        {
            await FollowAsync(studies, study, after, asJson, progress, interrupted.Token);
        }
        catch (OperationCanceledException)
        {
            // the trials end, and it is written that they were interrupted, when the studies are closed
            progress.Say($"Interrupted: hpo resume {study.Id} goes on.");
            return ExitCode.NotWell;
        }

        progress.End(study);
        if (!asJson)
            await Console.Out.WriteLineAsync(Outcome(study));
        return study.LogFailure is null && study.Snapshot.Outcome is not (StudyOutcome.Cancelled or StudyOutcome.Failed or StudyOutcome.Interrupted)
            ? ExitCode.Done : ExitCode.NotWell;
    }

    private static async Task FollowAsync(StudyService studies, LiveStudy study, long after, bool asJson, ProgressLine progress, CancellationToken cancellationToken)
    {
        await using var output = Console.OpenStandardOutput();
        while (true)
        {
            await WaitAsync(study, after, cancellationToken);
            var snapshot = study.Snapshot;
            if (asJson)
            {
                foreach (var logged in study.EventsAfter(after) ?? studies.ReadEvents(study.Id, after))
                {
                    await output.WriteAsync(StudyFileWriter.Line(logged), cancellationToken);
                    await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
                    after = logged.Sequence;
                }
            }
            else
            {
                after = snapshot.Sequence;
            }

            if ((snapshot.Status == StudyStatus.Ended && after >= snapshot.Sequence) || study.LogFailure is not null)
                return;
            progress.Show(study);
            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    /// <summary>Waits for an event, but not for long: the clock of the progress line goes on.</summary>
    private static async Task WaitAsync(LiveStudy study, long after, CancellationToken cancellationToken)
    {
        using var look = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        look.CancelAfter(TimeSpan.FromSeconds(1));
        try
        {
            await study.WaitForChangeAsync(after, look.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // nothing happened
        }
    }

    private static string Outcome(LiveStudy study)
    {
        var snapshot = study.Snapshot;
        var best = snapshot.Incumbent is { } incumbent
            ? $"Best error in trial {incumbent.TrialId}: {ErrorWords.Of(snapshot.Trials[incumbent.TrialId])}, with {snapshot.Trials[incumbent.TrialId].Configuration}"
            : "No trial handed in an error.";
        return Words.Plain($"Study {study.Id}: {StatusWords.Of(study.Summary)}. {study.LogFailure ?? snapshot.OutcomeReason}") + Environment.NewLine + Words.Plain(best);
    }
}
