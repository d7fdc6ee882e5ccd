using System.Collections.Immutable;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>One bracket of a study's scheduler: which trials stand at which of its rungs, and what was decided there.</summary>
/// <param name="Bracket">The bracket's number, from 0.</param>
/// <param name="Rungs">Its rungs, the highest first, as on a ladder.</param>
public sealed record Ladder(int Bracket, ImmutableArray<LadderRung> Rungs)
{
    /// <summary>The ladders of a study; empty when its scheduler has none.</summary>
    public static ImmutableArray<Ladder> Of(StudySnapshot study)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (study.Brackets.IsEmpty)
            return [];
        var visits = (
            from trial in study.Trials
            from place in Enumerable.Range(0, trial.Rungs.Length)
            let standing = trial.Rungs[place].Standing
            select (Trial: trial, Place: place, Rung: (standing.Bracket, standing.Epoch))).ToLookup(visit => visit.Rung, visit => (visit.Trial, visit.Place));
        return
        [
            .. study.Brackets.Select((bracket, number) => new Ladder(
                number, [.. bracket.Rungs.Reverse().Select(epoch => Rung(bracket, epoch, [.. visits[(number, epoch)]], study.Status))])),
        ];
    }

    private static LadderRung Rung(Bracket bracket, int epoch, (TrialView Trial, int Place)[] visits, StudyStatus study)
    {
        var cutOff = visits.Length == 0 ? null : visits.Select(visit => visit.Trial.Rungs[visit.Place]).MaxBy(reached => (reached.Elapsed, reached.Standing.Of))!.Standing.CutOff;
        var trials =
            from visit in visits
            let error = visit.Trial.ErrorAfter(epoch)
            where error is not null
            orderby error, visit.Trial.Id
            select Place(visit.Trial, visit.Place, error.Value, epoch == bracket.Rungs[^1], cutOff, study);
        return new LadderRung(epoch, [.. trials], cutOff);
    }

    private static RungTrial Place(TrialView trial, int place, double error, bool isTop, double? cutOff, StudyStatus study)
    {
        var state = StateOf(trial, place, isTop) switch
        {
            RungState.Paused when cutOff is null || error <= cutOff => RungState.Waiting,
            var other => other,
        };
        var reached = trial.Rungs[place];
        var (reason, at) = state switch
        {
            RungState.Promoted or RungState.RunningOn => WentOn(trial, reached),
            RungState.Completed => (reached.Reason, reached.Elapsed),
            _ => (trial.EndReason, trial.EndedAt ?? trial.Stretches[^1].To),
        };
        return new RungTrial(trial.Id, error, state, StatusLabel.Of(state, trial.Status, study), reason, reason is null ? null : at);
    }

    private static RungState StateOf(TrialView trial, int place, bool isTop) => trial.Status switch
    {
        _ when place + 1 < trial.Rungs.Length => RungState.Promoted,
        _ when isTop => RungState.Completed,
        TrialStatus.Running => RungState.RunningOn,
        TrialStatus.Paused => RungState.Paused,
        TrialStatus.Stopped => RungState.Stopped,
        TrialStatus.Completed => RungState.Completed,
        _ => RungState.Failed,
    };

    /// <summary>Why a trial went on: said when it was resumed, or at the rung when it was never paused.</summary>
    private static (string? Reason, TimeSpan? At) WentOn(TrialView trial, RungReached reached) =>
        trial.Stretches.FirstOrDefault(stretch => stretch.From >= reached.Elapsed) is { Reason: { } reason } resumed ? (reason, resumed.From) : (reached.Reason, reached.Elapsed);
}
