using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Hpo.Studies.Exchange;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using Hpo.Training.Data;

namespace Hpo.Catalog.Tests.Programs;

/// <summary>A study as code, and as JSON, suggests what the study itself did: seen by running all three.</summary>
public sealed class StudyProgramTests : IDisposable
{
    private static readonly StudyCatalog Catalog = StandardCatalog.Create(new FashionMnistSource());

    /// <summary>The same without the pace that lets people watch.</summary>
    private static readonly StudyCatalog Quick = new(Catalog.Objectives.Select(entry => entry with
    {
        Create = entry.CreateSimulated is { } create ? _ => create() : entry.Create,
    }));

    private readonly TemporaryFolder _folder = new();

    /// <summary>Every searcher under the simplest scheduler, every scheduler over the simplest searcher, and two pairs that belong together.</summary>
    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string> { { "bohb", "hyperband" }, { "tpe", "asha-promotion" } };
            foreach (var searcher in Catalog.Searchers)
                pairs.Add(searcher.Type, "fifo");
            foreach (var scheduler in Catalog.Schedulers.Skip(1))
                pairs.Add("random", scheduler.Type);
            return pairs;
        }
    }

    public static TheoryData<string> Objectives => [.. Catalog.Objectives.Select(entry => entry.Type)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Program_definition_and_study_make_the_same_suggestions(string searcher, string scheduler)
    {
        var definition = Study("synthetic") with { Searcher = All(Catalog.Searchers.Get(searcher)), Scheduler = All(Catalog.Schedulers.Get(scheduler)) };
        await AssertSame(definition);
    }

    [Fact]
    public async Task A_simulated_study_is_simulated_by_its_program_too() =>
        await AssertSame(Study("recorded-lenet") with { Workers = 3, Scheduler = new("asha-stopping"), Stop = new(12, 36_000, 0.0001), TrialTimeoutSeconds = 5000 });

    [Fact]
    public async Task Every_domain_and_every_kind_of_value_is_written_exactly()
    {
        var space = new ConfigSpace(
            ("x1", new Uniform(-5, 10)), ("x2", new Uniform(0, 15, 0.1)), ("a", new LogUniform(1e-7, 1e300)), ("b", new ReverseLogUniform(0, 0.999)),
            ("c", new RandInt(-4, 9_007_199_254_740_000, 9_007_199_254)), ("d", new LogRandInt(1, 1000)), ("e", new Choice("\"quoted\" \\ \u2028 { }", "sum(1)", true, 2, 2.5)),
            ("f", new Ordinal(1, 2, 4)), ("g", new Constant("only")), ("h", new Constant(-0.0)), ("an odd name\u202e\"", new RandInt(0, 3)));
        var study = Study("branin") with { Name = "x\u2028Environment.Exit(1); // \u202e\"", Space = space, InitialConfigurations = [], Seed = long.MinValue };
        await AssertSame(study);
        await AssertSame(study with { InitialConfigurations = [At(space, 0.25), At(space, 0.75)] });
    }

    [Fact]
    public async Task A_warm_start_is_part_of_the_program()
    {
        var study = Study("branin") with { Searcher = new("tpe") };
        var earlier = Enumerable.Range(1, 30).Select(i => new EarlierTrial(At(study.Space, i / 31.0), 1.0 / i, 1));
        await AssertSame(study with { WarmStart = new() { Studies = [new("abc", "an earlier one")], Trials = [.. earlier] } });
    }

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Every_objective_can_be_written(string type) =>
        Assert.Contains("#:project src/Hpo.Engine\n", StudyProgram.Write(Study(type), Catalog), StringComparison.Ordinal);

    [Theory]
    [InlineData("lenet")]
    [InlineData("lenet-classic")]
    [InlineData("dropout-mlp")]
    public void Objectives_that_train_compile_too_on_either_backend(string type)
    {
        foreach (var (backend, device) in new[] { ("SIMD", "automatic"), ("TorchSharp", "automatic"), ("TorchSharp", "CPU") })
        {
            var study = Study(type) with { Objective = new(type, new Configuration(("backend", backend), ("device", device))) };
            var program = StudyProgram.Write(study, Catalog);
            Assert.NotEqual(0, CompiledProgram.Compile(program).Length);
            Assert.Equal(backend == "TorchSharp", program.Contains("#:project src/Hpo.Training.Torch\n", StringComparison.Ordinal));
            Assert.Equal(device == "CPU", program.Contains("1, TorchDevice.Cpu", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_definition_with_problems_is_no_program() =>
        Assert.Throws<InvalidInputException>(() => StudyProgram.Write(Study("branin") with { Workers = 0 }, Catalog));

    private async Task AssertSame(StudyDefinition definition)
    {
        using var service = new StudyService(_folder.Path, Quick);
        var own = await Run(service, definition);
        var fromJson = await Run(service, StudyDefinitionJson.Read(StudyDefinitionJson.Write(definition)));
        var fromProgram = CompiledProgram.Run(StudyProgram.Write(definition, Catalog));

        var expected = own.Trials.Select(trial => (trial.Id, trial.Configuration, trial.Error, trial.Status)).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, fromJson.Trials.Select(trial => (trial.Id, trial.Configuration, trial.Error, trial.Status)));
        Assert.Equal(expected, fromProgram.OrderBy(record => record.TrialId).Select(record => (record.TrialId, record.Configuration, record.Error, record.Status)));
    }

    private static async Task<StudySnapshot> Run(StudyService service, StudyDefinition definition)
    {
        var study = service.Start(definition);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (study.Snapshot.Status != StudyStatus.Ended)
            await study.WaitForChangeAsync(study.Snapshot.Sequence, patience.Token);
        return study.Snapshot;
    }

    private static Configuration At(ConfigSpace space, double position) => space.Decode([.. space.Parameters.Select(_ => position)]);

    /// <summary>A component with every parameter set that has a default, so that all of them are written.</summary>
    private static ComponentDefinition All(CatalogEntry entry) =>
        new(entry.Type, new Configuration(entry.Parameters.Where(parameter => parameter.Default is not null).Select(parameter => (parameter.Name, parameter.Default!.Value))));

    private static StudyDefinition Study(string type)
    {
        var objective = Catalog.Objectives.Get(type).Describe;
        return new StudyDefinition
        {
            Name = "any",
            Objective = new(type),
            Space = objective.DefaultSpace,
            InitialConfigurations = [objective.DefaultConfiguration],
            Searcher = new("random"),
            Scheduler = new("fifo"),
            Stop = new(25),
            MaxEpochs = objective.DefaultMaxEpochs,
            Seed = 20261122,
        };
    }
}
