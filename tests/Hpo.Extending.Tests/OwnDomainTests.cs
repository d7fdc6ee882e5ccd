using Extending;
using Hpo.Engine.Objectives;
using Hpo.Engine.Searchers.Grid;
using Hpo.Engine.Space;
using Hpo.Engine.Space.Json;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;

namespace Hpo.Extending.Tests;

/// <summary>Programs use domains from outside with everything there is; what is written down knows the engine's own, and says so.</summary>
public sealed class OwnDomainTests
{
    private static readonly ConfigSpace Space = new(("x", new SquareUniform(0, 4)), ("day", new Weekday()), ("angle", new Angle()));

    public static TheoryData<string> Searchers => [.. OwnCatalog.Catalog.Searchers.Select(entry => entry.Type)];

    public static TheoryData<string> Schedulers => [.. OwnCatalog.Catalog.Schedulers.Select(entry => entry.Type)];

    [Theory]
    [MemberData(nameof(Searchers))]
    public void Every_searcher_takes_them(string type) => Run(type, "fifo");

    [Theory]
    [MemberData(nameof(Schedulers))]
    public void Every_scheduler_takes_them(string type) => Run("random", type);

    [Fact]
    public void Grid_search_tries_their_values_evenly_spread_on_their_own_scale()
    {
        Assert.Equal([0.0, 0.25, 1.0, 2.25, 4.0], Grid(new SquareUniform(0, 4), 5).Select(value => value.AsReal()));
        Assert.Equal(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], Grid(new Weekday(), 10).Select(value => value.AsText()));
        Assert.Equal(["mon", "thu", "sun"], Grid(new Weekday(), 3).Select(value => value.AsText()));
        Assert.Equal([0.0, 180.0, 360.0], Grid(new Angle(), 3).Select(value => value.AsReal()));
    }

    [Fact]
    public void A_study_that_is_to_be_stored_is_refused_in_words()
    {
        var problems = StudyDefinitionRules.FindProblems(Definition("grid", "fifo"), OwnCatalog.Catalog);

        Assert.Equal(["space.x", "space.day", "space.angle"], problems.Select(problem => problem.Path));
        Assert.Equal(
            "SquareUniform is a domain that study files do not know: use one of uniform, loguniform, reverseloguniform, randint, lograndint, choice, ordinal, constant.",
            problems[0].Message);
    }

    [Fact]
    public void Nothing_is_written_that_could_not_be_read() =>
        Assert.Equal(
            "SquareUniform is a domain that study files do not know: use one of uniform, loguniform, reverseloguniform, randint, lograndint, choice, ordinal, constant.",
            Assert.Throws<NotSupportedException>(() => SpaceJson.Write(Space.Parameters)).Message);

    private static List<ParameterValue> Grid(Domain domain, int resolution)
    {
        var searcher = new GridSearcher(new ConfigSpace(("v", domain)), options: new() { Resolution = resolution, Shuffled = false });
        var values = new List<ParameterValue>();
        while (searcher.SampleConfiguration(values.Count) is { } suggestion)
        {
            searcher.OnTrialStarted(values.Count, suggestion.Configuration);
            values.Add(suggestion.Configuration["v"]);
        }

        return values;
    }

    private static StudyDefinition Definition(string searcher, string scheduler) => new()
    {
        Name = "own",
        Objective = new ComponentDefinition("descent"),
        Space = Space,
        Searcher = new ComponentDefinition(searcher),
        Scheduler = new ComponentDefinition(scheduler),
        MaxEpochs = 9,
        Stop = new StopCriteria(40),
    };

    private static void Run(string searcher, string scheduler)
    {
        const int trials = 40;
        var definition = Definition(searcher, scheduler);
        var suggestions = OwnCatalog.Catalog.Searchers.Get(searcher).Create(definition);
        var failed = new List<TrialEnded>();
        var tuner = new HpoTuner(
            OwnCatalog.Catalog.Schedulers.Get(scheduler).Create(definition, suggestions),
            new Valley(),
            new TunerOptions { MaxEpochs = 9 },
            happened => failed.AddRange(happened is TrialEnded { Status: TrialStatus.Failed } ended ? [ended] : []));

        tuner.Run(trials);

        Assert.Empty(failed);
        Assert.Equal(trials, tuner.Records.Count);
        Assert.All(tuner.Records, record => Assert.Empty(Space.Check(record.Configuration)));
    }

    /// <summary>Smallest on Wednesdays, at x = 1 and 90 degrees.</summary>
    private sealed class Valley : Objective
    {
        public override string Name => "valley";

        public override ConfigSpace DefaultSpace => Space;

        public override Configuration DefaultConfiguration { get; } = new(("x", 1.0), ("day", "mon"), ("angle", 10.0));

        public override int DefaultMaxEpochs => 9;

        public override bool HasCheckpoints => true;

        public override IEvaluation Start(EvaluationRequest request)
        {
            ArgumentNullException.ThrowIfNull(request);
            return new Descent(request);
        }

        private sealed class Descent(EvaluationRequest request) : IEvaluation
        {
            public int Epoch { get; private set; } = request.Checkpoint is { } checkpoint ? checkpoint[0] : 0;

            public double RunEpoch(CancellationToken cancellationToken)
            {
                Epoch++;
                var set = request.Configuration;
                return Math.Abs(set["x"].AsReal() - 1) + (set["day"].AsText() == "wed" ? 0 : 1) + Math.Abs((set["angle"].AsReal() / 90) - 1) + (1.0 / Epoch);
            }

            public byte[] SaveCheckpoint() => [(byte)Epoch];

            public void Dispose()
            {
            }
        }
    }
}
