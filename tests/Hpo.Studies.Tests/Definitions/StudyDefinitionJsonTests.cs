using System.Text.Json;
using Hpo.Engine.Space;
using Hpo.Studies.Definitions;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Definitions;

public class StudyDefinitionJsonTests
{
    [Fact]
    public void A_definition_comes_back_as_it_was()
    {
        var definition = Definition with
        {
            Space = new(("rate", new LogUniform(1e-5, 1)), ("activation", new Choice("relu", "sigmoid")), ("layers", new Ordinal(1, 2, 4))),
            InitialConfigurations = [new(("rate", 1.0), ("activation", "relu"), ("layers", 2))],
            Stop = new(10, 3.5, 0.01),
            TrialTimeoutSeconds = 60,
            Seed = long.MinValue,
        };
        var back = StudyDefinitionJson.Read(StudyDefinitionJson.Write(definition));
        Assert.Equal(definition.Space, back.Space);
        Assert.Equal(StudyDefinitionJson.Write(definition), StudyDefinitionJson.Write(back));
        Assert.Equal(definition.InitialConfigurations.AsEnumerable(), back.InitialConfigurations.AsEnumerable());
        Assert.Equal(
            definition with { Space = back.Space, InitialConfigurations = back.InitialConfigurations },
            back);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"name": "n", "name": "m"}""")]
    [InlineData("""{"name": null}""")]
    public void A_text_that_is_no_definition_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => StudyDefinitionJson.Read(json));

    [Fact]
    public void Any_property_left_out_or_of_another_kind_is_refused_or_has_a_default()
    {
        var whole = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(StudyDefinitionJson.Write(Definition))!;
        foreach (var name in whole.Keys)
        {
            foreach (var replacement in new[] { "{}", "[]", "\"text\"", "-1e400", "true" })
            {
                var damaged = string.Join(", ", whole.Select(p => $"\"{p.Key}\": {(p.Key == name ? replacement : p.Value.GetRawText())}"));
                Assert.True(ReadsOrRefuses($"{{{damaged}}}"), $"{name} = {replacement}");
            }
        }

        static bool ReadsOrRefuses(string json)
        {
            try
            {
                StudyDefinitionJson.Read(json);
                return true;
            }
            catch (JsonException)
            {
                return true;
            }
        }
    }
}
