using Hpo.Engine.Space;
using Hpo.Studies.Definitions;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Definitions;

public class WarmStartTests
{
    private static readonly StudySnapshot Earlier = StudySnapshot.Empty.Apply(Events);

    private static IReadOnlyList<EarlierTrial> Known(int maxEpochs) => WarmStartSelection.TrialsOf(Earlier, maxEpochs);

    [Fact]
    public void Trials_with_an_error_are_learned_those_with_more_epochs_first()
    {
        var selection = WarmStartSelection.Of([Known(2)], Space, null);
        Assert.Equal([(0.4, 2), (0.2, 1), (0.3, 1)], selection.Trials.Select(trial => (trial.Error, trial.Epochs)));
        Assert.Equal((3, 0), (selection.Fitting, selection.Unfit));
        Assert.Equal(Initial, selection.Trials[0].Configuration);
    }

    [Fact]
    public void A_trial_counts_with_its_error_after_no_more_epochs_than_the_new_study_has() => Assert.Equal(
        [(0.2, 1), (0.3, 1), (0.5, 1)],
        WarmStartSelection.Of([Known(1)], Space, null).Trials.Select(trial => (trial.Error, trial.Epochs)));

    [Fact]
    public void Only_the_best_are_taken_when_fewer_are_wanted()
    {
        var selection = WarmStartSelection.Of([Known(1), Known(1)], Space, null, most: 2);
        Assert.Equal([0.2, 0.2], selection.Trials.Select(trial => trial.Error));
        Assert.Equal(6, selection.Fitting);
    }

    [Fact]
    public void A_trial_outside_of_the_new_space_does_not_fit()
    {
        var selection = WarmStartSelection.Of([Known(2)], new ConfigSpace(("x", new Uniform(0.5, 1)), ("n", new RandInt(1, 5))), null);
        Assert.Equal((2, 1), (selection.Fitting, selection.Unfit));
    }

    [Fact]
    public void A_new_hyperparameter_takes_its_initial_value_and_an_old_one_is_left_out()
    {
        var space = new ConfigSpace(("x", new Uniform(0, 1)), ("width", new RandInt(1, 100)), ("kind", new Constant("a")));
        Assert.Equal(3, WarmStartSelection.Of([Known(2)], space, null).Unfit);
        var selection = WarmStartSelection.Of([Known(2)], space, new(("x", 0.1), ("width", 8), ("kind", "a")));
        Assert.Equal(new Configuration(("x", 0.5), ("width", 8), ("kind", "a")), selection.Trials[0].Configuration);
        Assert.Equal(["kind", "width"], selection.Filled.AsEnumerable());
        Assert.Equal(["n"], selection.LeftOut.AsEnumerable());
    }

    [Fact]
    public void It_is_stored_with_the_definition_which_is_written_as_before_without_it()
    {
        var warm = new WarmStart { Studies = [new("abc234", "Earlier")], Trials = [new(Initial, 0.25, 3)] };
        var read = StudyDefinitionJson.Read(StudyDefinitionJson.Write(Definition with { WarmStart = warm, ClonedFrom = new("abc234", "Earlier") }));
        Assert.Equal(warm.Studies.AsEnumerable(), read.WarmStart!.Studies);
        Assert.Equal(warm.Trials.AsEnumerable(), read.WarmStart.Trials);
        Assert.Equal("Earlier", read.ClonedFrom!.Name);
        Assert.DoesNotContain("warmStart", StudyDefinitionJson.Write(Definition), StringComparison.Ordinal);
        Assert.DoesNotContain("clonedFrom", StudyDefinitionJson.Write(Definition), StringComparison.Ordinal);
    }

    public static TheoryData<string, WarmStart> Unsound => new()
    {
        { "warmStart.trials: A warm start has between 1 and 1000 trials, not 0.", new() { Trials = [] } },
        { "warmStart.trials.0.configuration.x: 7 lies outside the range from 0 to 1.", new() { Trials = [new(Initial.With("x", 7), 1, 1)] } },
        { "warmStart.trials.0.error: The error of an earlier trial is a finite number.", new() { Trials = [new(Initial, double.NaN, 1)] } },
        { "warmStart.trials.0.epochs: There must be at least 1: 0 epochs are not possible.", new() { Trials = [new(Initial, 1, 0)] } },
        { "warmStart.studies.0.name: Give the study a name.", new() { Studies = [new("abc", "")], Trials = [new(Initial, 1, 1)] } },
        { "warmStart.studies.0.id: The id of a study consists of at most 64 letters and digits.", new() { Studies = [new("../x", "a")], Trials = [new(Initial, 1, 1)] } },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void What_is_unsound_is_explained_where_it_is(string explanation, WarmStart warm) => Assert.Equal(
        [explanation], StudyDefinitionRules.FindProblems(Definition with { WarmStart = warm }, Components).Select(problem => problem.ToString()));

    [Theory]
    [InlineData("tpe")]
    [InlineData("gp")]
    [InlineData("evolution")]
    public void The_searcher_of_a_study_learns_it(string searcher)
    {
        var trials = Enumerable.Range(0, 200).Select(i => new EarlierTrial(new(("x", i / 200.0), ("n", 1 + (i % 4))), Math.Abs((i / 200.0) - 0.3), 1)).OrderBy(trial => trial.Error);
        var definition = Definition with { InitialConfigurations = [], Searcher = new(searcher), WarmStart = new() { Trials = [.. trials] } };
        Assert.Empty(StudyDefinitionRules.FindProblems(definition, Components));
        var made = Components.Searchers.Get(searcher).Create(definition);
        Assert.Matches("earlier study|expected improvement|not near", made.SampleConfiguration(0)!.Reason);
    }
}
