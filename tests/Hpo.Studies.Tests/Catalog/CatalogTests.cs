using System.Text.RegularExpressions;
using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Catalog;

/// <summary>What holds for every searcher and scheduler that people can choose.</summary>
public partial class CatalogTests
{
    private static readonly StudyCatalog Curves = CatalogOf(new SyntheticCurve());

    private static readonly StudyDefinition Study = Definition with
    {
        Space = new SyntheticCurve().DefaultSpace,
        InitialConfigurations = [new SyntheticCurve().DefaultConfiguration],
        MaxEpochs = 10,
    };

    public static TheoryData<string> Searchers => [.. Curves.Searchers.Select(entry => entry.Type)];

    public static TheoryData<string> Schedulers => [.. Curves.Schedulers.Select(entry => entry.Type)];

    public static IEnumerable<object[]> EveryParameter =>
    [
        .. Curves.Searchers.SelectMany(entry => entry.Parameters.Select(parameter => new[] { "searcher", entry.Type, parameter.Name })),
        .. Curves.Schedulers.SelectMany(entry => entry.Parameters.Select(parameter => new[] { "scheduler", entry.Type, parameter.Name })),
    ];

    [Fact]
    public void Random_search_with_every_trial_run_to_its_end_is_the_default() =>
        Assert.Equal(("random", "fifo"), (Curves.Searchers.Default.Type, Curves.Schedulers.Default.Type));

    [Fact]
    public void Every_searcher_and_scheduler_of_the_engine_can_be_chosen()
    {
        Assert.Equal(Engine<HpoSearcher>(), Curves.Searchers.Select(entry => entry.Create(Study).GetType().Name).Order());
        Assert.Equal(Engine<HpoScheduler>(), Curves.Schedulers.Select(entry => entry.Create(Study, new RandomSearcher(Study.Space)).GetType().Name).Order());

        static IEnumerable<string> Engine<T>() => typeof(T).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract).Select(type => type.Name).Order();
    }

    [Theory]
    [MemberData(nameof(Searchers))]
    public void A_searcher_is_explained_and_runs_with_its_defaults(string type)
    {
        AssertExplained(Curves.Searchers.Get(type));
        AssertSound(Study with { Searcher = new(type) });
        AssertSound(Study with { Searcher = new(type, DefaultsOf(Curves.Searchers.Get(type))) });
    }

    [Theory]
    [MemberData(nameof(Schedulers))]
    public void A_scheduler_is_explained_and_runs_with_its_defaults(string type)
    {
        AssertExplained(Curves.Schedulers.Get(type));
        AssertSound(Study with { Scheduler = new(type) });
        AssertSound(Study with { Scheduler = new(type, DefaultsOf(Curves.Schedulers.Get(type))) });
        Assert.Matches(@"^[A-Z0-9].*\.$", Curves.Schedulers.Get(type).Describe(Study with { Scheduler = new(type) }));
    }

    [Theory]
    [MemberData(nameof(Schedulers))]
    public void A_scheduler_runs_a_study_to_its_end_with_every_searcher(string type)
    {
        const int trials = 14;
        foreach (var searcher in Curves.Searchers)
        {
            var study = Study with { Searcher = new(searcher.Type), Scheduler = new(type), Workers = 3 };
            Assert.Empty(StudyDefinitionRules.FindProblems(study, Curves));
            var ended = new List<StudyEvent>();
            var tuner = new HpoTuner(
                Make(study), new SyntheticCurve(), new TunerOptions { Workers = study.Workers, MaxEpochs = study.MaxEpochs, Seed = study.Seed }, ended.Add);

            tuner.Run(trials);

            Assert.Equal(StudyOutcome.Completed, Assert.IsType<StudyEnded>(ended[^1]).Outcome);
            Assert.Equal(trials, ended.OfType<TrialStarted>().Count());
        }
    }

    [Theory]
    [MemberData(nameof(EveryParameter))]
    public void A_parameter_is_explained_and_its_domain_is_no_wider_than_the_components_own(string role, string type, string name)
    {
        var parameter = Entry(role, type).Parameters.Single(parameter => parameter.Name == name);
        Assert.Matches("^[a-z][a-zA-Z]*$", name);
        Assert.NotEmpty(parameter.Label);
        Assert.EndsWith(".", parameter.Help, StringComparison.Ordinal);
        Assert.Empty(parameter.Domain.Problems());
        foreach (var position in new[] { 0, 0.5, 1 })
            AssertRunsOrRefuses(With(role, type, name, parameter.Domain.Decode(position)));
    }

    [Theory]
    [MemberData(nameof(EveryParameter))]
    public void A_value_that_a_parameter_cannot_have_is_refused_at_it(string role, string type, string name)
    {
        foreach (var value in new ParameterValue[] { "nonsense", -1, 1e9, double.NaN })
        {
            var problem = Assert.Single(StudyDefinitionRules.FindProblems(With(role, type, name, value), Curves));
            Assert.Equal($"{role}.parameters.{name}", problem.Path);
            Assert.Matches(@"^.* (is not|lies outside) .*\.$", problem.Message);
        }
    }

    private static CatalogEntry Entry(string role, string type) => role == "searcher" ? Curves.Searchers.Get(type) : Curves.Schedulers.Get(type);

    private static StudyDefinition With(string role, string type, string name, ParameterValue value)
    {
        var component = new ComponentDefinition(type, new((name, value)));
        return role == "searcher" ? Study with { Searcher = component } : Study with { Scheduler = component };
    }

    private static Configuration DefaultsOf(CatalogEntry entry) =>
        new(entry.Parameters.Where(parameter => parameter.Default is not null).Select(parameter => (parameter.Name, parameter.Default!.Value)));

    private static void AssertExplained(CatalogEntry entry)
    {
        Assert.NotNull(entry.Paper);
        Assert.InRange(entry.Paper.Year, 1950, 2026);
        Assert.Equal(2, SentenceEnd().Count(entry.Explanation));
    }

    private static void AssertSound(StudyDefinition study)
    {
        Assert.Empty(StudyDefinitionRules.FindProblems(study, Curves));
        var back = StudyDefinitionJson.Read(StudyDefinitionJson.Write(study));
        Assert.Equal((study.Searcher, study.Scheduler), (back.Searcher, back.Scheduler));
        Make(back);
    }

    private static void AssertRunsOrRefuses(StudyDefinition study)
    {
        if (StudyDefinitionRules.FindProblems(study, Curves).Count == 0)
            Make(study);
    }

    private static HpoScheduler Make(StudyDefinition study) =>
        Curves.Schedulers.Get(study.Scheduler.Type).Create(study, Curves.Searchers.Get(study.Searcher.Type).Create(study));

    [GeneratedRegex(@"[.](?= |$)")]
    private static partial Regex SentenceEnd();
}
