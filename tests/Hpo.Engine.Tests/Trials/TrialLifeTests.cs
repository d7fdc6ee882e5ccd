using System.Text.RegularExpressions;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Trials;

public partial class TrialLifeTests
{
    [Fact]
    public void The_table_is_what_the_architecture_draws()
    {
        var drawn = from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "architecture.md"))
                    let move = Arrow().Match(line)
                    where move.Success
                    select (Enum.Parse<TrialState>(move.Groups[1].Value), Enum.Parse<TrialState>(move.Groups[2].Value));
        Assert.Equal(TrialLife.All.Order(), drawn.Order());
    }

    [Fact]
    public void A_move_that_is_not_in_the_table_is_a_fault_that_names_both_states_and_changes_nothing()
    {
        foreach (var from in Enum.GetValues<TrialState>())
        {
            foreach (var to in Enum.GetValues<TrialState>().Where(to => !TrialLife.All.Contains((from, to))))
            {
                var trial = TrialIn(from);
                Assert.Equal(
                    $"Trial 3 is {from.ToString().ToLowerInvariant()}: it cannot become {to.ToString().ToLowerInvariant()}.",
                    Assert.Throws<InvalidOperationException>(() => trial.MoveTo(to)).Message);
                Assert.Equal(from, trial.State);
            }
        }
    }

    [Fact]
    public void Its_time_counts_while_something_computes_for_it()
    {
        var time = new ManualTimeProvider();
        var trial = new ActiveTrial(3, TestSpaces.At(0.5), time);
        foreach (var (state, expected) in new[]
        {
            (TrialState.Running, 1), (TrialState.Held, 1), (TrialState.Running, 2), (TrialState.Saving, 3), (TrialState.Paused, 3),
            (TrialState.Running, 4), (TrialState.Waiting, 4), (TrialState.Running, 5), (TrialState.Stopping, 6), (TrialState.Ended, 6),
        })
        {
            trial.MoveTo(state);
            time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(TimeSpan.FromSeconds(expected), trial.Timer.Evaluated);
        }
    }

    /// <summary>A trial that has come to a state by legal moves.</summary>
    private static ActiveTrial TrialIn(TrialState state)
    {
        var paths = new Dictionary<TrialState, TrialState[]> { [TrialState.Assigned] = [] };
        while (!paths.ContainsKey(state))
        {
            foreach (var (from, to) in TrialLife.All.Where(move => paths.ContainsKey(move.From)).ToList())
                paths.TryAdd(to, [.. paths[from], to]);
        }

        var trial = new ActiveTrial(3, TestSpaces.At(0.5), TimeProvider.System);
        foreach (var step in paths[state])
            trial.MoveTo(step);
        return trial;
    }

    [GeneratedRegex(@"^\s+(\w+) --> (\w+):")]
    private static partial Regex Arrow();
}
