using Hpo.Cli.Output;
using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Studies.Wording;

namespace Hpo.Cli.Running;

/// <summary>Follows a comparison that runs in this process to its end.</summary>
internal static class ComparisonRun
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.2);

    /// <summary>Follows a comparison; the first Ctrl+C cancels it, the second interrupts it. Either way it can be gone on with.</summary>
    /// <param name="comparisons">The comparisons of this process.</param>
    /// <param name="comparison">The one that runs.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> FollowAsync(ComparisonService comparisons, LiveComparison comparison)
    {
        var progress = new ProgressLine(Console.Error, !Console.IsErrorRedirected, TimeProvider.System);
        using var interrupted = new CancellationTokenSource();
        using var interrupts = new Interrupts(
            () =>
            {
                progress.Say("What has not finished is given up.");
                comparisons.Cancel(comparison.Id);
            },
            interrupted.Cancel);
        try
        {
            // the clock of the progress line goes on without news
            while (comparison is { Snapshot.HasEnded: false, LogFailure: null })
            {
                progress.Show(Text(comparison));
                await Task.Delay(BetweenLooks, interrupted.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // it is written that it was interrupted when the comparisons are closed
            progress.Say($"Interrupted: hpo compare --resume {comparison.Id} goes on.");
            return ExitCode.NotWell;
        }

        progress.End(Text(comparison));
        await Console.Out.WriteLineAsync(Words.Plain($"Comparison {comparison.Id}: {comparison.LogFailure ?? comparison.Snapshot.OutcomeReason}"));
        return comparison is { LogFailure: null, Snapshot.Outcome: ComparisonOutcome.Finished } ? ExitCode.Done : ExitCode.NotWell;
    }

    /// <summary>How far it is, in words: <c>12 of 100 runs finished · 3 s</c>.</summary>
    private static string Text(LiveComparison comparison)
    {
        var progress = comparison.Progress;
        return $"{Format.Count(progress.Done)} of {Format.Count(progress.Total, "run")} finished · {Format.Elapsed(progress.Elapsed, comparison.Snapshot.HasEnded)}";
    }
}
