using System.Text.Json;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Space.Json;

public class ConfigurationJsonTests
{
    [Fact]
    public void The_chapters_configuration_is_written_as_documented()
    {
        Configuration configuration = new(("learning_rate", 0.1), ("batch_size", 128));
        Assert.Equal("""{"learning_rate":0.1,"batch_size":128}""", JsonSerializer.Serialize(configuration));
    }

    [Fact]
    public void Values_kinds_and_order_survive_a_round_trip()
    {
        Configuration configuration = new(
            ("z", 1), ("real", 1.0), ("tiny", double.Epsilon), ("huge", -double.MaxValue), ("third", 1.0 / 3), ("minus", -0.0), ("text", "1"),
            ("yes", true), ("no", false), ("η", ""), ("largest", ParameterValue.MaxInteger), ("smallest", -ParameterValue.MaxInteger), ("exp", 1e20));
        Assert.Equal(configuration, JsonSerializer.Deserialize<Configuration>(JsonSerializer.Serialize(configuration)));
    }

    [Fact]
    public void A_whole_real_number_keeps_its_point()
    {
        Assert.Equal("""{"x":1.0,"y":1E+20}""", JsonSerializer.Serialize(new Configuration(("x", 1.0), ("y", 1e20))).Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999")]
    public void A_whole_number_that_no_integer_value_holds_is_read_as_a_real_one(string number)
    {
        var value = JsonSerializer.Deserialize<Configuration>($$"""{"x": {{number}}}""")!["x"];
        Assert.Equal(ParameterKind.Real, value.Kind);
        Assert.Equal(double.Parse(number, System.Globalization.CultureInfo.InvariantCulture), value.AsReal());
    }

    [Theory]
    [InlineData("[]", "A configuration is a JSON object that gives each hyperparameter its value.")]
    [InlineData("1", "A configuration is a JSON object that gives each hyperparameter its value.")]
    [InlineData("""{"x": 1, "x": 2}""", "The configuration gives x two values.")]
    [InlineData("""{"x": null}""", "A value is a number, a text, true or false.")]
    [InlineData("""{"x": [1]}""", "A value is a number, a text, true or false.")]
    [InlineData("""{"x": {}}""", "A value is a number, a text, true or false.")]
    [InlineData("""{"x": 1e400}""", "The number is too large.")]
    public void Bad_configurations_are_explained(string json, string message)
    {
        Assert.Equal(message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Configuration>(json)).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"x\":")]
    [InlineData("{\"x\": \"\\ud800\"}")]
    [InlineData("{\"\\ud800\": 1}")]
    public void What_is_not_JSON_is_a_JSON_exception(string json)
    {
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Configuration>(json));
    }

    [Fact]
    public void A_hundred_values_are_enough()
    {
        var json = JsonSerializer.Serialize(Enumerable.Range(0, 101).ToDictionary(i => $"x{i}"));
        Assert.Equal("The configuration has more than 100 values.", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Configuration>(json)).Message);
    }

    [Fact]
    public void A_number_that_is_not_finite_has_no_place_in_JSON()
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(new Configuration(("x", double.NaN))));
    }
}
