using System.Text.Json;
using Hpo.Engine.Space;
using Hpo.Engine.Space.Json;

namespace Hpo.Engine.Tests.Space.Json;

public class SpaceJsonTests
{
    public static TheoryData<string> Domains => SoundDomains.Names;

    [Fact]
    public void The_chapters_space_is_written_as_documented()
    {
        const string Json = """
            {
              "learning_rate": {
                "type": "loguniform",
                "lower": 0.01,
                "upper": 1
              },
              "batch_size": {
                "type": "randint",
                "lower": 32,
                "upperExclusive": 256
              }
            }
            """;
        Assert.Equal(Json, SpaceJson.Write(TestSpaces.Chapter.Parameters));
        Assert.Equal(TestSpaces.Chapter, Read(Json));
    }

    [Theory, MemberData(nameof(Domains))]
    public void Every_domain_survives_a_round_trip(string name)
    {
        ConfigSpace space = new(("x", SoundDomains.Named(name)));
        Assert.Equal(space, Read(SpaceJson.Write(space.Parameters)));
        Assert.Equal(space, JsonSerializer.Deserialize<ConfigSpace>(JsonSerializer.Serialize(space)));
    }

    [Fact]
    public void Order_names_and_kinds_survive_a_round_trip()
    {
        ConfigSpace space = new(
            ("z", new Choice(1, 2.0, 2.5, "3", true)), ("η \"quoted\" <b>", new Constant(1.0)), ("a", new Ordinal("größer", "𝜂", "")));
        var read = Read(SpaceJson.Write(space.Parameters));
        Assert.Equal(space, read);
        Assert.Equal(["z", "η \"quoted\" <b>", "a"], read.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(ParameterKind.Real, ((Choice)read.Parameters[0].Domain).Values[1].Kind);
        Assert.Equal(ParameterKind.Integer, ((Choice)read.Parameters[0].Domain).Values[0].Kind);
    }

    [Fact]
    public void A_domain_with_bad_bounds_is_read_so_that_an_editor_can_show_it()
    {
        var (parameters, problems) = SpaceJson.Read("""{"lr": {"type": "loguniform", "lower": 0, "upper": -1}}""");
        Assert.Empty(problems);
        Assert.Equal(new LogUniform(0, -1), Assert.Single(parameters).Domain);
        Assert.Equal(["lr.upper", "lr.lower"], ConfigSpace.FindProblems(parameters).Select(problem => problem.Path));
    }

    [Fact]
    public void A_whole_number_may_be_written_with_a_point()
    {
        Assert.Equal(new RandInt(32, 256), Read("""{"b": {"type": "randint", "lower": 32.0, "upperExclusive": 2.56e2}}""").Parameters[0].Domain);
    }

    [Fact]
    public void Optional_properties_may_be_left_out_or_null()
    {
        Assert.Equal(new Uniform(0, 1), Read("""{"x": {"type": "uniform", "lower": 0, "upper": 1, "step": null}}""").Parameters[0].Domain);
        Assert.Equal(new RandInt(0, 9, 2), Read("""{"x": {"step": 2, "upperExclusive": 9, "lower": 0, "type": "randint"}}""").Parameters[0].Domain);
    }

    [Fact]
    public void A_space_inside_a_document_is_refused_with_its_problems()
    {
        var refusal = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ConfigSpace>("""{"lr": {"type": "loguniform", "lower": 0, "upper": 1}}"""));
        Assert.Contains("lr.lower: Lower bound 0 is not allowed on a log scale: use a value above 0.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ConfigSpace>("""{"lr": {"type": "normal"}}"""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ConfigSpace>("[]"));
    }

    private static ConfigSpace Read(string json)
    {
        var (parameters, problems) = SpaceJson.Read(json);
        Assert.Empty(problems);
        return new ConfigSpace(parameters);
    }
}
