using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Running;
using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Running;

public sealed class SimulatedRepetitionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Budgets_are_kept_exactly(int workers)
    {
        var definition = Definition with { Workers = workers };
        Assert.Equal(17, Run(definition with { Budget = new(Trials: 17) }).EndTrials);
        Assert.Equal(123, Run(definition with { Budget = new(Epochs: 123) }).EndEpochs);
        Assert.Equal(45.5, Run(definition with { Budget = new(Seconds: 45.5) }).EndSeconds);
        var both = Run(definition with { Budget = new(Trials: 100, Epochs: 30) });
        Assert.Equal(30, both.EndEpochs);
        Assert.True(both.EndTrials <= 3);
    }

    [Fact]
    public void Decisions_are_charged_as_asked()
    {
        var definition = Definition with { Budget = new(Trials: 5), MaxEpochs = 2 };
        Assert.Equal(10, Run(definition with { DecisionTime = new(DecisionTimeKind.None) }).EndSeconds, 6);
        Assert.Equal(15, Run(definition with { DecisionTime = new(DecisionTimeKind.Fixed, 1) }).EndSeconds, 6);
    }

    [Theory]
    [InlineData(FirstConfiguration.Drawn)]
    [InlineData(FirstConfiguration.Default)]
    public void All_methods_of_a_repetition_start_alike(FirstConfiguration first)
    {
        var definition = Definition with
        {
            FirstConfiguration = first,
            Methods = [RandomSearch, LocalSearch, Method("Sobol", "sobol"), Method("GP", "gp"), Method("CMA-ES", "cma-es"), Method("ASHA", "random", "asha-stopping")],
        };
        var starts = from repetition in Enumerable.Range(0, 5)
                     from method in Enumerable.Range(0, definition.Methods.Length)
                     select (Repetition: repetition, First: FirstTried(definition, method, repetition));
        var byRepetition = starts.GroupBy(start => start.Repetition, start => start.First).Select(group => Assert.Single(group.Distinct())).ToList();
        Assert.Equal(first == FirstConfiguration.Drawn ? 5 : 1, byRepetition.Distinct().Count());
    }

    [Fact]
    public void Pairs_share_their_seed_and_repetitions_do_not()
    {
        Assert.Equal(100, Enumerable.Range(0, 100).Select(repetition => RepetitionStudies.SeedOf(Definition, repetition)).Distinct().Count());
        // a method under two names draws the same
        var twice = Definition with { Methods = [RandomSearch, RandomSearch with { Name = "the same again" }] };
        Assert.True(SameResults.Are(Run(twice, 0) with { Method = 1 }, Run(twice, 1)));
    }

    [Fact]
    public void What_cannot_run_has_a_result_that_says_so()
    {
        var result = SimulatedRepetition.Run(
            Definition, Catalog, () => throw new InvalidDataException("the table is damaged"), new Lane(0, 0, 0), CancellationToken.None)!;

        Assert.Equal(RepetitionOutcome.Failed, result.Outcome);
        Assert.Equal("InvalidDataException: the table is damaged", result.Problem);
    }

    [Fact]
    public void Failing_trials_are_counted_and_end_nothing()
    {
        var objective = new FunctionObjective("fails", new Branin().DefaultSpace, new Branin().DefaultConfiguration, configuration =>
            configuration["x1"].AsReal() > 0 ? throw new InvalidOperationException("too large") : configuration["x1"].AsReal());
        var result = SimulatedRepetition.Run(
            Definition with { Objectives = ["branin"], Budget = new(Trials: 50) }, Catalog, () => objective, new Lane(0, 0, 0), CancellationToken.None)!;

        Assert.Equal((50, RepetitionOutcome.Completed), (result.EndTrials, result.Outcome));
        Assert.InRange(result.FailedTrials, 1, 49);
    }

    [Fact]
    public void A_finite_space_that_is_used_up_ends_the_repetition()
    {
        var space = new ConfigSpace(("x", new Choice(1, 2, 3)));
        var objective = new FunctionObjective("finite", space, new Configuration(("x", 1)), configuration => configuration["x"].AsReal());
        var catalog = CatalogOf(Entry("finite", "Finite", () => objective));
        var result = SimulatedRepetition.Run(
            Definition with { Objectives = ["finite"] }, catalog, () => objective, new Lane(0, 0, 0), CancellationToken.None)!;

        Assert.Equal((RepetitionOutcome.Exhausted, 3), (result.Outcome, result.EndTrials));
    }

    [Fact]
    public void What_is_cancelled_has_no_result() =>
        Assert.Null(SimulatedRepetition.Run(Definition, Catalog, () => new SyntheticCurve(), new Lane(0, 0, 0), new CancellationToken(canceled: true)));

    private static RepetitionResult Run(ComparisonDefinition definition, int method = 0) =>
        SimulatedRepetition.Run(definition, Catalog, () => new SyntheticCurve(), new Lane(0, method, 0), CancellationToken.None)!;

    private static Configuration FirstTried(ComparisonDefinition definition, int method, int repetition)
    {
        Configuration? first = null;
        var objective = new FunctionObjective("watched", new SyntheticCurve().DefaultSpace, new SyntheticCurve().DefaultConfiguration, configuration =>
        {
            first ??= configuration;
            return 0.5;
        });
        var watched = new WatchedObjective(objective);
        _ = SimulatedRepetition.Run(
            definition with { Budget = new(Trials: 1) }, Catalog, () => watched, new Lane(0, method, repetition), CancellationToken.None);
        return first!;
    }

    /// <summary>A function that says it has epochs, so that every scheduler takes it.</summary>
    private sealed class WatchedObjective(Objective inner) : Objective
    {
        public override string Name => inner.Name;

        public override ConfigSpace DefaultSpace => inner.DefaultSpace;

        public override Configuration DefaultConfiguration => inner.DefaultConfiguration;

        public override int DefaultMaxEpochs => 10;

        public override IEvaluation Start(EvaluationRequest request) => inner.Start(request);
    }
}
