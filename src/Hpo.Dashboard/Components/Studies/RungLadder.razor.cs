using System.Collections.Immutable;
using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Trials;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>
/// The rungs of a study's scheduler with the trials that have reached them: who was promoted, paused or stopped, and why. Nothing for a
/// scheduler without rungs. However many trials there are, few are shown: the best, and those around the cut-off; the others on request.
/// </summary>
public sealed partial class RungLadder
{
    private const int MostChips = 20, MostChipsOfMany = 12, MostRows = 200, MostOpened = 500;

    private readonly HashSet<(int Bracket, int Epoch)> _whole = [];

    private ImmutableList<TrialView>? _trials;
    private StudyStatus _status;
    private ImmutableArray<Ladder> _ladders = [];
    private bool _isTableShown;

    [Parameter, EditorRequired]
    public StudySnapshot Study { get; set; } = default!;

    /// <summary>Somebody wants to see a trial.</summary>
    [Parameter]
    public EventCallback<int> OnShow { get; set; }

    private int ChipsPerRung => _ladders.Length > 1 ? MostChipsOfMany : MostChips;

    /// <summary>The table's rows, from the highest rung down.</summary>
    private IEnumerable<(Ladder Ladder, LadderRung Rung, int Place, RungTrial Trial)> Rows =>
        from ladder in _ladders
        from rung in ladder.Rungs
        from row in rung.Trials.Select((trial, place) => (ladder, rung, place + 1, trial))
        select row;

    private string Caption => Rows.Count() is > MostRows and var count
        ? $"The first {MostRows} of {Format.Count(count)} places, from the highest rung down"
        : "From the highest rung down, the smallest error first";

    private IEnumerable<StatusLabel> Legend => Rows.Select(row => (row.Trial.State, row.Trial.Label)).Distinct().OrderBy(it => it.State).ThenBy(it => it.Label.Word).Select(it => it.Label);

    private string Intro
    {
        get
        {
            var underWay = Study.Trials.Count(trial => trial.Status == TrialStatus.Running && trial.Rungs.IsEmpty);
            return "After so many epochs trials are compared, and only the best go on."
                + (underWay > 0 ? $" {Format.Count(underWay, "trial")} on the way to the first rung." : "");
        }
    }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_trials, Study.Trials) && _status == Study.Status)
            return;
        (_trials, _status) = (Study.Trials, Study.Status);
        _ladders = Ladder.Of(Study);
    }

    private static string SummaryOf(LadderRung rung) => rung.Trials.IsEmpty
        ? "not reached yet"
        : $"{Format.Count(rung.Trials.Length, "trial")}: " + string.Join(", ", rung.Counts.Select(it => $"{Format.Count(it.Count)} {Format.Within(it.Label.Word)}"));

    private static string StateOf(RungTrial trial) => trial.State.ToString().ToLowerInvariant();

    /// <summary>Where a trial stands now, and what was decided then: other trials have come since, and ranks have changed.</summary>
    private static string OutcomeOf(RungTrial trial, int place, LadderRung rung) =>
        $"{Format.Within(trial.Label.Word)}, now place {Format.Count(place + 1)} of {Format.Count(rung.Trials.Length)}" + (DecisionOf(trial) is { } decision ? $". {decision}" : "");

    private static string? DecisionOf(RungTrial trial) => trial switch
    {
        { Reason: null } => null,
        { ReasonAt: { } at } => $"After {Format.Duration(at)}: {trial.Reason}",
        _ => trial.Reason,
    };

    private static string WordsOf(RungTrial trial, int place, LadderRung rung) => $"Trial {trial.Id}, error {Format.Error(trial.Error)}, {OutcomeOf(trial, place, rung)}";

    private bool IsWhole(Ladder ladder, LadderRung rung) => _whole.Contains((ladder.Bracket, rung.Epoch));

    private void Toggle(Ladder ladder, LadderRung rung)
    {
        var place = (ladder.Bracket, rung.Epoch);
        if (!_whole.Remove(place))
            _whole.Add(place);
    }

    /// <summary>What stands in a row: trials, the cut-off between them, and how many are left out, which a press shows.</summary>
    private IEnumerable<Part> PartsOf(Ladder ladder, LadderRung rung)
    {
        var isWhole = IsWhole(ladder, rung);
        var (within, next) = (rung.Within, 0);
        foreach (var (start, length) in ShownPlaces.Of(rung.Trials.Length, within, isWhole ? MostOpened : ChipsPerRung))
        {
            if (start > next)
                yield return Part.More("more", start - next, !isWhole);
            for (var place = start; place < start + length; place++)
            {
                if (place == within && rung.CutOff is { } cutOff)
                    yield return Part.CutOff(cutOff);
                yield return new Part(rung.Trials[place], place, "", "", false);
            }

            next = start + length;
        }

        if (within == rung.Trials.Length && rung.CutOff is { } last)
            yield return Part.CutOff(last);
        if (next < rung.Trials.Length)
            yield return Part.More("more last", rung.Trials.Length - next, !isWhole);
        else if (isWhole)
            yield return new Part(null, 0, "fewer", "show fewer", true);
    }

    private sealed record Part(RungTrial? Trial, int Place, string Kind, string Text, bool Opens)
    {
        public static Part CutOff(double error) => new(null, 0, "cut-off", $"cut-off {Format.Error(error)}", false);

        public static Part More(string kind, int count, bool opens) => new(null, 0, kind, $"and {Format.Count(count)} more", opens);
    }
}
