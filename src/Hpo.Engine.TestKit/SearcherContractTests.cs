using System.Text.Json;
using Hpo.Engine.Objectives;
using Hpo.Engine.Randomness;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;

namespace Hpo.Engine.TestKit;

/// <summary>What every searcher has to do. A searcher's own tests inherit from this class.</summary>
public abstract partial class SearcherContractTests
{
    private static readonly ConfigSpace Mixed = new(
        ("learning_rate", new LogUniform(1e-4, 1)),
        ("dropout", new Uniform(0, 0.95)),
        ("momentum", new ReverseLogUniform(0.5, 0.999)),
        ("layers", new RandInt(1, 5)),
        ("units", new LogRandInt(8, 1025)),
        ("activation", new Choice("relu", "sigmoid", "tanh")),
        ("size", new Ordinal("small", "medium", "large")),
        ("epochs", new Constant(10)),
        ("width", new Uniform(0.25, 2, 0.25)),
        ("batch_size", new RandInt(16, 513, 16)));

    private static readonly ConfigSpace Discrete = new(("layers", new RandInt(1, 5)), ("activation", new Choice("relu", "tanh", "elu")));

    private static readonly Configuration First = new(("learning_rate", 0.1), ("batch_size", 128));

    public static TheoryData<string> Domains => SoundDomains.Names;

    /// <summary>After how many reported trials the searcher makes use of what it has learned, at most 20; 0 for one that does not learn.</summary>
    protected virtual int StartupTrials => 0;

    /// <summary>How the reason of a suggestion begins that rests on what was learned.</summary>
    protected virtual string LearnedReason => "model: ";

    /// <summary>Options that all differ from their defaults; null for a searcher without any.</summary>
    protected virtual object? Options => null;

    /// <summary>Enough trials to see the searcher use what it has learned.</summary>
    private int Trials => StartupTrials + 8;

    /// <summary>Makes the searcher; one that is random in some mode is made so that it is.</summary>
    protected abstract HpoSearcher Create(ConfigSpace space, IEnumerable<Configuration>? initial, long seed);

    /// <summary>The hyperparameter for whose sake the searcher refuses a space; null when it accepts the space.</summary>
    protected virtual string? RefusedFor(ConfigSpace space) => null;

    [Theory, MemberData(nameof(Domains))]
    public void Every_suggestion_lies_inside_the_domain(string name)
    {
        var space = new ConfigSpace(("x", SoundDomains.Named(name)));
        if (Accepts(space))
            Assert.NotEmpty(Run(space).Complete(Trials).Suggestions);
    }

    [Fact]
    public void Hyperparameters_of_all_kinds_can_be_searched_together()
    {
        Assert.Equal(Trials, Run(Mixed).Complete(Trials).Suggestions.Count);
    }

    [Fact]
    public void A_space_that_cannot_be_searched_is_refused_in_words()
    {
        foreach (var space in new[] { Mixed, Discrete, new ConfigSpace(("activation", new Choice("relu", "tanh"))), new ConfigSpace(("x", new Constant(1))) })
            Accepts(space);
    }

    [Fact]
    public void The_initial_configurations_come_first_in_their_order()
    {
        Configuration[] initial = [First, First.With("batch_size", 64), First.With("learning_rate", 1.0)];
        var run = Run(TestSpaces.Chapter, initial: initial).Complete(Trials);
        Assert.Equal(initial, run.Configurations.Take(3));
        Assert.Equal(
            ["initial configuration 1 of 3", "initial configuration 2 of 3", "initial configuration 3 of 3"],
            run.Suggestions.Take(3).Select(suggestion => suggestion.Reason));
        Assert.DoesNotContain(run.Suggestions.Skip(3), suggestion => suggestion.Reason.StartsWith("initial", StringComparison.Ordinal));
    }

    [Fact]
    public void An_initial_configuration_outside_the_space_is_refused()
    {
        var refusal = Assert.Throws<InvalidInputException>(() => Create(TestSpaces.Chapter, [First.With("batch_size", 256)], 0));
        Assert.Equal("batch_size", Assert.Single(refusal.Problems).Path);
    }

    [Fact]
    public void The_same_seed_gives_the_same_suggestions_and_another_seed_others()
    {
        var suggestions = Run(Mixed, seed: 7).Complete(Trials).Suggestions;
        Assert.Equal(suggestions, Run(Mixed, seed: 7).Complete(Trials).Suggestions);
        Assert.NotEqual(suggestions, Run(Mixed, seed: 8).Complete(Trials).Suggestions);
    }

    [Fact]
    public void Pairs_are_not_mixed_up_when_trials_finish_out_of_order()
    {
        var inOrder = InBatches(batch => batch);
        Assert.Equal(inOrder, InBatches(batch => batch.Reverse()));
        Assert.Equal(inOrder, InBatches(batch => batch.OrderBy(trial => RandomStream.DeriveSeed(3, trial, "order"))));

        IReadOnlyList<Suggestion> InBatches(Func<IEnumerable<int>, IEnumerable<int>> order)
        {
            var run = Run(Mixed);
            foreach (var size in new[] { StartupTrials + 3, 4, 4 })
            {
                var begin = run.Suggestions.Count;
                for (var i = 0; i < size; i++)
                    run.Start();
                foreach (var trial in order(Enumerable.Range(begin, size)))
                    run.Report(trial, run.Bowl(run.Suggestions[trial].Configuration));
            }

            run.Start();
            return run.Suggestions;
        }
    }

    [Fact]
    public void A_configuration_that_the_searcher_has_not_suggested_is_taken_in()
    {
        var run = Run(Mixed).Complete(Trials);
        run.StartInstead(run.Suggestions[0].Configuration.With("dropout", 0.25));
        run.Report(Trials, 0.01);
        Assert.NotNull(run.Start());
    }

    [Fact]
    public void A_suggestion_does_not_look_ahead()
    {
        var run = Run(Mixed).Complete(Trials);
        for (var known = 0; known < Trials; known += 3)
        {
            var other = Run(Mixed).Complete(Trials, (trial, configuration) => trial < known ? run.Bowl(configuration) : 1 - run.Bowl(configuration));
            Assert.Equal(run.Suggestions.Take(known + 1), other.Suggestions.Take(known + 1));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_finite_space_is_tried_in_full_without_repetition_and_then_exhausted(int pending)
    {
        var space = Accepts(Discrete) ? Discrete : new ConfigSpace(("layers", new RandInt(1, 5)), ("units", new RandInt(0, 3)));
        var run = Run(space, initial: [space.ConfigurationAt(5)]);
        while (run.Start() is not null)
        {
            var done = run.Suggestions.Count - pending;
            if (done >= 0 && done % 4 == 3)
                run.Fail(done, TrialStatus.Failed);
            else if (done >= 0)
                run.Report(done, run.Bowl(run.Suggestions[done].Configuration));
        }

        Assert.Equal(12, run.Suggestions.Count);
        Assert.Equal(12, run.Configurations.Distinct().Count());
        Assert.Null(run.Start());
    }

    [Fact]
    public void Neither_end_of_an_integer_range_is_left_out()
    {
        var space = new ConfigSpace(("layers", new RandInt(3, 8)));
        Assert.Equal([3, 4, 5, 6, 7], Run(space).Complete(20).Configurations.Select(configuration => configuration["layers"].AsInteger()).Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_study_has_exactly_as_many_trials_as_it_is_given(int workers)
    {
        var tuner = new HpoTuner(
            new BasicScheduler(Create(TestSpaces.Chapter, [First], 1)),
            new FunctionObjective("line", TestSpaces.Chapter, First, configuration => configuration["learning_rate"].AsReal()),
            new TunerOptions { Workers = workers });
        tuner.Run(Trials);
        Assert.Equal(Enumerable.Range(0, Trials), tuner.Records.Select(record => record.TrialId).Order());
    }

    [Fact]
    public void No_silent_fall_back_to_random()
    {
        var reasons = Run(Mixed, initial: [Run(Mixed).Start()!.Configuration]).Complete(Trials + 8).Suggestions.Select(suggestion => suggestion.Reason).ToList();
        if (StartupTrials == 0)
            return;
        for (var trial = 1; trial < StartupTrials; trial++)
            Assert.Equal($"random start-up {trial + 1} of {StartupTrials}", reasons[trial]);
        Assert.Contains(reasons, reason => reason.StartsWith(LearnedReason, StringComparison.Ordinal));
        Assert.All(reasons.Skip(StartupTrials), reason =>
        {
            Assert.False(reason.StartsWith("random start-up", StringComparison.Ordinal));
            Assert.True(reason.StartsWith(LearnedReason, StringComparison.Ordinal) || reason.Contains(" because ", StringComparison.Ordinal), reason);
        });
    }

    [Fact]
    public void Its_options_survive_being_written_down()
    {
        if (Options is not { } options)
            return;
        Assert.NotEqual(Activator.CreateInstance(options.GetType()), options);
        Assert.Equal(options, JsonSerializer.Deserialize(JsonSerializer.Serialize(options, options.GetType()), options.GetType()));
    }

    private SearcherRun Run(ConfigSpace space, long seed = 1, IEnumerable<Configuration>? initial = null) => new(Create(space, initial, seed), space);

    /// <summary>Whether the searcher takes a space; when not, it has to say so in words that name a hyperparameter and its domain.</summary>
    private bool Accepts(ConfigSpace space)
    {
        if (RefusedFor(space) is not { } name)
        {
            Create(space, null, 0);
            return true;
        }

        var refusal = Assert.Throws<InvalidInputException>(() => Create(space, null, 0));
        Assert.Contains(refusal.Problems, problem => problem.Path == name);
        return false;
    }
}
