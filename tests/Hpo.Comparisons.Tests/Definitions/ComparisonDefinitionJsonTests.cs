using System.Text.Json;
using Hpo.Comparisons.Definitions;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Definitions;

public sealed class ComparisonDefinitionJsonTests
{
    private const string Smallest = """
        { "name": "two methods", "objectives": ["branin"], "budget": { "trials": 10 },
          "methods": [{ "name": "A", "searcher": { "type": "random" }, "scheduler": { "type": "fifo" } }] }
        """;

    [Fact]
    public void A_definition_comes_back_as_it_was()
    {
        var definition = Definition with
        {
            Kind = ComparisonKind.Race,
            Methods = [LocalSearch with { Searcher = Component("local", "probabilityLocal", 0.25) }],
            Budget = new(5, 50, 1.5),
            MaxEpochs = 4,
            Workers = 2,
            DecisionTime = new(DecisionTimeKind.Measured),
            FirstConfiguration = FirstConfiguration.Default,
            Seed = long.MinValue,
        };
        var json = ComparisonDefinitionJson.Write(definition);

        Assert.Equal(json, ComparisonDefinitionJson.Write(ComparisonDefinitionJson.Read(json)));
        var read = ComparisonDefinitionJson.Read(json);
        Assert.Equal(definition.Methods[0], read.Methods[0]);
        Assert.Equal(definition with { Methods = read.Methods, Objectives = read.Objectives }, read);
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var read = ComparisonDefinitionJson.Read(Smallest);

        Assert.Equal(
            (ComparisonKind.Simulated, 10, 1, new DecisionTimeDefinition(DecisionTimeKind.Fixed, 0.1), FirstConfiguration.Drawn),
            (read.Kind, read.Repetitions, read.Workers, read.DecisionTime, read.FirstConfiguration));
    }

    [Theory]
    [InlineData("\"budget\"", "\"budgets\"")]
    [InlineData("\"name\": \"two methods\",", "")]
    [InlineData("\"name\": \"two methods\"", "\"name\": null")]
    [InlineData("[\"branin\"]", "null")]
    [InlineData("[\"branin\"]", "[null]")]
    [InlineData("10", "\"ten\"")]
    [InlineData("10", "10.5")]
    [InlineData("\"objectives\"", "\"kind\": \"raced\", \"objectives\"")]
    [InlineData("\"objectives\"", "\"kind\": 1, \"objectives\"")]
    [InlineData("\"objectives\"", "\"seed\": 1, \"seed\": 2, \"objectives\"")]
    [InlineData("\"methods\": [", "\"methods\": [null, ")]
    public void A_slip_of_the_pen_is_an_error(string what, string slip)
    {
        var json = Smallest.Replace(what, slip, StringComparison.Ordinal);
        Assert.NotEqual(Smallest, json);
        Assert.Throws<JsonException>(() => ComparisonDefinitionJson.Read(json));
    }
}
