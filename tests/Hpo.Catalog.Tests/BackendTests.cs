using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Hpo.Training.Data;
using Hpo.Training.Objectives;
using Hpo.Training.Torch;
using Hpo.Training.Torch.Objectives;

namespace Hpo.Catalog.Tests;

public sealed class BackendTests
{
    private static readonly StudyCatalog Catalog = StandardCatalog.Create(new FashionMnistSource(new FashionMnistOptions()));

    public static TheoryData<string, Type, Type> Networks => new()
    {
        { "lenet", typeof(LeNetObjective), typeof(TorchLeNetObjective) },
        { "lenet-classic", typeof(LeNetObjective), typeof(TorchLeNetObjective) },
        { "dropout-mlp", typeof(DropoutMlpObjective), typeof(TorchDropoutMlpObjective) },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_network_is_trained_by_our_own_kernels_unless_a_study_says_TorchSharp(string type, Type own, Type torch)
    {
        var entry = Catalog.Objectives.Get(type);

        Assert.IsType(own, entry.CreateFor(new(type), 1));
        Assert.IsType(own, entry.CreateFor(Objective(type, "SIMD", "CPU"), 1));
        var other = entry.CreateFor(Objective(type, "TorchSharp", "automatic"), 1);
        Assert.IsType(torch, other);
        Assert.Equal(entry.Describe.Name, other.Name);
        Assert.Equal(entry.Describe.DefaultSpace, other.DefaultSpace);
        Assert.Empty(Problems(type, "TorchSharp", "CPU"));
    }

    [Fact]
    public void What_a_backend_cannot_do_is_said_at_its_field_before_the_study_begins()
    {
        Assert.Equal(
            ["objective.parameters.device: Our own kernels compute on the CPU: for CUDA choose TorchSharp as the backend."],
            Problems("lenet", "SIMD", "CUDA").Select(problem => problem.ToString()));
        Assert.Equal(
            ["objective.parameters.backend"],
            Problems("lenet", "Tensorflow", "CPU").Select(problem => problem.Path));
        // the tests are built for the CPU
        Assert.Equal(
            ["objective.parameters.device: For CUDA, build with -p:Torch=cuda."],
            Problems("dropout-mlp", "TorchSharp", "CUDA").Select(problem => problem.ToString()));
    }

    [Fact]
    public void What_was_found_is_said_in_words()
    {
        var backend = Catalog.Objectives.Get("lenet").Parameters.Single(parameter => parameter.Name == "backend");

        Assert.EndsWith("libtorch is here and computes on the CPU. For CUDA, build with -p:Torch=cuda.", backend.FullHelp, StringComparison.Ordinal);
        Assert.Equal($"{backend.Help} {TorchDevices.InWords}", backend.FullHelp);
    }

    [Fact]
    public void A_study_without_a_backend_is_what_it_was_before_there_were_two() =>
        Assert.Empty(StudyDefinitionRules.FindProblems(Study("lenet", new("lenet")), Catalog));

    private static IReadOnlyList<Problem> Problems(string type, string backend, string device) =>
        StudyDefinitionRules.FindProblems(Study(type, Objective(type, backend, device)), Catalog);

    private static ComponentDefinition Objective(string type, string backend, string device) =>
        new(type, new Configuration(("backend", backend), ("device", device)));

    private static StudyDefinition Study(string type, ComponentDefinition objective) => new()
    {
        Name = "any",
        Objective = objective,
        Space = Catalog.Objectives.Get(type).Describe.DefaultSpace,
        Searcher = new("random"),
        Scheduler = new("fifo"),
        Stop = new(5),
    };
}
