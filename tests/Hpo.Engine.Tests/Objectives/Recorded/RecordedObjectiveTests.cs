using Hpo.Engine.Objectives;
using Hpo.Engine.Objectives.Recorded;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Tests.Objectives.Recorded;

public class RecordedObjectiveTests
{
    private static readonly RecordedObjective Objective = new(MadeUpTable.Create());

    [Fact]
    public void It_is_what_the_table_describes()
    {
        Assert.Equal(("Made up", MadeUpTable.Space, MadeUpTable.Default), (Objective.Name, Objective.DefaultSpace, Objective.DefaultConfiguration));
        Assert.Equal((6, 6, true, true), (Objective.DefaultMaxEpochs, Objective.LastEpoch, Objective.HasEpochs, Objective.HasCheckpoints));
        Assert.True(Objective.IsSimulated);
        Assert.True(Objective.IsSimulated);
    }

    [Fact]
    public void A_seed_determines_the_curve()
    {
        Assert.Equal(Curve(seed: 1), Curve(seed: 1));
        Assert.NotEqual(Curve(seed: 1), Curve(seed: 2));
    }

    [Fact]
    public void A_recorded_configuration_is_predicted_like_any_other()
    {
        var recorded = Objective.Table.Curves.Select(curve => curve.Errors[^1]).ToHashSet();
        Assert.All(Enumerable.Range(0, 20), seed => Assert.DoesNotContain(Curve(seed)[^1], recorded));
    }

    [Fact]
    public void Epochs_take_as_long_as_they_took()
    {
        using var evaluation = Assert.IsAssignableFrom<ITimedEvaluation>(Objective.Start(new EvaluationRequest(0, MadeUpTable.Of(0.1, 64), 0, 6)));
        evaluation.RunEpoch(CancellationToken.None);
        Assert.InRange(evaluation.EpochTime.TotalSeconds, 1.4, 1.6);
    }

    [Fact]
    public void It_goes_on_from_a_checkpoint_as_if_it_had_never_paused()
    {
        var request = new EvaluationRequest(3, MadeUpTable.Default, 5, 6);
        using var whole = Objective.Start(request);
        using var first = Objective.Start(request);
        var errors = Run(first, 2);
        using var second = Objective.Start(request with { Checkpoint = first.SaveCheckpoint() });
        Assert.Equal(2, second.Epoch);
        Assert.Equal(Run(whole, 6), errors.Concat(Run(second, 4)));
        Assert.Throws<ArgumentException>(() => Objective.Start(request with { Checkpoint = [1, 2, 3] }));
    }

    [Fact]
    public void There_is_nothing_after_the_last_recorded_epoch()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Objective.Start(new EvaluationRequest(0, MadeUpTable.Default, 0, 7)));
        using var evaluation = Objective.Start(new EvaluationRequest(0, MadeUpTable.Default, 0, 6));
        Run(evaluation, 6);
        Assert.Throws<InvalidOperationException>(() => evaluation.RunEpoch(CancellationToken.None));
    }

    [Fact]
    public void Cancellation_is_obeyed()
    {
        using var evaluation = Objective.Start(new EvaluationRequest(0, MadeUpTable.Default, 0, 6));
        Assert.Throws<OperationCanceledException>(() => evaluation.RunEpoch(new CancellationToken(canceled: true)));
        Assert.Equal(0, evaluation.Epoch);
    }

    [Fact]
    public void Several_threads_get_what_one_gets()
    {
        var curves = new double[64][];
        var fresh = new RecordedObjective(MadeUpTable.Create());
        Parallel.For(0, curves.Length, seed => curves[seed] = Curve(seed, fresh));
        Assert.Equal(Enumerable.Range(0, curves.Length).Select(seed => Curve(seed)), curves);
    }

    [Fact]
    public void A_configuration_outside_the_recorded_space_is_refused() => Assert.Throws<InvalidInputException>(
        () => Objective.Start(new EvaluationRequest(0, MadeUpTable.Of(2, 64), 0, 6)));

    [Fact]
    public void Spaces_inside_the_recorded_one_are_fine()
    {
        Domain[] rates = [new LogUniform(0.01, 1), new Uniform(0.1, 0.2), new Choice(0.1, 0.2), new Constant(0.5), new ReverseLogUniform(0.1, 0.9)];
        Assert.All(rates, rate => Assert.Empty(Objective.CheckSpace(new(("batch_size", new LogRandInt(32, 256)), ("learning_rate", rate)))));
    }

    [Fact]
    public void What_was_not_recorded_is_refused_in_words()
    {
        Assert.Equal(
            ["learning_rate.lower: 0.001 lies outside the range from 0.01 to 1. No other values were recorded."], Check(new LogUniform(0.001, 1), new RandInt(32, 256)));
        Assert.Equal(
            ["batch_size.upper: 256 lies outside the range from 32 to 255. No other values were recorded."], Check(new Uniform(0.1, 0.2), new RandInt(32, 300)));
        Assert.Equal(["batch_size.values: 300 lies outside the range from 32 to 255. No other values were recorded."], Check(new Uniform(0.1, 0.2), new Choice(64, 300)));
        Assert.Equal(["batch_size: Only values of RandInt(32, 256) were recorded: choose such a domain."], Check(new Uniform(0.1, 0.2), new Uniform(32, 64)));
        Assert.Equal(
            ["Made up needs a hyperparameter batch_size: add it to the space.", "momentum.name: Made up was recorded without a hyperparameter momentum: remove it."],
            Objective.CheckSpace(new(("learning_rate", new Uniform(0.1, 0.2)), ("momentum", new Uniform(0, 1)))).Select(problem => problem.ToString()));
    }

    private static IEnumerable<string> Check(Domain rate, Domain batch) =>
        Objective.CheckSpace(new(("learning_rate", rate), ("batch_size", batch))).Select(problem => problem.ToString());

    private static double[] Curve(long seed, RecordedObjective? objective = null)
    {
        using var evaluation = (objective ?? Objective).Start(new EvaluationRequest(0, MadeUpTable.Default, seed, 6));
        return Run(evaluation, 6);
    }

    private static double[] Run(IEvaluation evaluation, int epochs) =>
        [.. Enumerable.Range(0, epochs).Select(_ => evaluation.RunEpoch(CancellationToken.None))];
}
