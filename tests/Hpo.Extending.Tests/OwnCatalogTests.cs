using Extending;
using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;

namespace Hpo.Extending.Tests;

/// <summary>What was added is used like the engine's own.</summary>
public sealed class OwnCatalogTests
{
    [Fact]
    public void A_study_is_made_of_what_was_added()
    {
        var objective = OwnCatalog.Catalog.Objectives.Get("descent").Create(1);
        var definition = new StudyDefinition
        {
            Name = "own",
            Objective = new ComponentDefinition("descent"),
            Space = objective.DefaultSpace,
            Searcher = new ComponentDefinition("nearest"),
            Scheduler = new ComponentDefinition("plateau"),
            MaxEpochs = 20,
            Stop = new StopCriteria(30),
        };
        var searcher = OwnCatalog.Catalog.Searchers.Get("nearest").Create(definition);
        var tuner = new HpoTuner(OwnCatalog.Catalog.Schedulers.Get("plateau").Create(definition, searcher), objective);
        tuner.Run(30);
        Assert.Equal(30, tuner.Records.Count);
        Assert.True(tuner.IncumbentError < 0.01);
    }

    [Fact]
    public void The_engines_own_are_still_there_and_come_first()
    {
        Assert.Equal("random", OwnCatalog.Catalog.Searchers.Default.Type);
        Assert.Equal("fifo", OwnCatalog.Catalog.Schedulers.Default.Type);
        Assert.NotNull(OwnCatalog.Catalog.Searchers.Find("tpe"));
    }

    [Fact]
    public void A_paused_descent_goes_on_as_if_it_had_never_stopped()
    {
        var objective = new DescentObjective();
        var request = new EvaluationRequest(0, objective.DefaultConfiguration, 1, 20);
        using var whole = objective.Start(request);
        using var first = objective.Start(request);
        var errors = Enumerable.Range(0, 6).Select(_ => whole.RunEpoch(default)).ToList();
        var halves = Enumerable.Range(0, 3).Select(_ => first.RunEpoch(default)).ToList();
        using var second = objective.Start(request with { Checkpoint = first.SaveCheckpoint() });
        Assert.Equal(errors, [.. halves, .. Enumerable.Range(0, 3).Select(_ => second.RunEpoch(default))]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void The_new_domain_gives_back_the_position_of_a_value(double position)
    {
        var domain = new SquareUniform(0.25, 4);
        Assert.Equal(position, domain.Encode(domain.Decode(position)), 1e-12);
        Assert.Equal("SquareUniform(0.25, 4)", domain.ToString());
    }

    [Fact]
    public void A_domain_with_impossible_bounds_is_refused_in_words() => Assert.Contains(
        "the lower one at least 0",
        Assert.Throws<Hpo.Engine.Validation.InvalidInputException>(() => new ConfigSpace(("x", new SquareUniform(-1, 4)))).Message,
        StringComparison.Ordinal);
}
