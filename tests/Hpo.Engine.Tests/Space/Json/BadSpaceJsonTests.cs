using System.Text;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;
using Hpo.Engine.Space.Json;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Tests.Space.Json;

/// <summary>Texts that are no spaces: each is explained at its field, and none is an exception.</summary>
public class BadSpaceJsonTests
{
    private const string Types = "uniform, loguniform, reverseloguniform, randint, lograndint, choice, ordinal, constant";

    [Theory]
    [InlineData("""{"type": "uniform", "upper": 1}""", "x.lower", "lower is missing.")]
    [InlineData("""{"type": "uniform", "lower": 0}""", "x.upper", "upper is missing.")]
    [InlineData("""{"type": "uniform", "lower": "0", "upper": 1}""", "x.lower", "This must be a number.")]
    [InlineData("""{"type": "uniform", "lower": null, "upper": 1}""", "x.lower", "This must be a number.")]
    [InlineData("""{"type": "uniform", "lower": 0, "upper": 1e400}""", "x.upper", "The number is too large.")]
    [InlineData("""{"type": "uniform", "lower": 0, "upper": 1, "step": true}""", "x.step", "This must be a number.")]
    [InlineData("""{"type": "uniform", "lower": 0, "lower": 0.5, "upper": 1}""", "x.lower", "lower is given twice.")]
    [InlineData("""{"type": "uniform", "lower": 0, "upper": 1, "log": true}""", "x.log", "uniform has no property log: it has lower, upper, step.")]
    [InlineData("""{"type": "loguniform", "low": 1, "lower": 1, "upper": 2}""", "x.low", "loguniform has no property low: it has lower, upper.")]
    [InlineData("""{"type": "randint", "lower": 1}""", "x.upperExclusive", "upperExclusive is missing.")]
    [InlineData("""{"type": "randint", "lower": 1.5, "upperExclusive": 9}""", "x.lower", "This must be a whole number.")]
    [InlineData("""{"type": "randint", "lower": 1, "upperExclusive": "9"}""", "x.upperExclusive", "This must be a whole number.")]
    [InlineData("""{"type": "randint", "lower": 1, "upperExclusive": 1e400}""", "x.upperExclusive", "The number is too large.")]
    [InlineData("""{"type": "randint", "lower": 1, "upperExclusive": 99999999999999999999}""", "x.upperExclusive", "The number is too large.")]
    [InlineData("""{"type": "randint", "lower": 1, "upperExclusive": 9, "step": 0.5}""", "x.step", "This must be a whole number.")]
    [InlineData("""{"type": "choice"}""", "x.values", "values must be a list, such as [1, 2, 3].")]
    [InlineData("""{"type": "choice", "values": "abc"}""", "x.values", "values must be a list, such as [1, 2, 3].")]
    [InlineData("""{"type": "choice", "values": [1, [2]]}""", "x.values", "Each value must be a number, a text, true or false.")]
    [InlineData("""{"type": "ordinal", "values": [null]}""", "x.values", "Each value must be a number, a text, true or false.")]
    [InlineData("""{"type": "ordinal", "values": [1e400]}""", "x.values", "The number is too large.")]
    [InlineData("""{"type": "constant"}""", "x.value", "value must be a number, a text, true or false.")]
    [InlineData("""{"type": "constant", "value": {}}""", "x.value", "value must be a number, a text, true or false.")]
    [InlineData("""{"type": "normal", "mean": 0}""", "x.type", $"There is no domain type normal: use one of {Types}.")]
    [InlineData("""{"type": "Uniform", "lower": 0, "upper": 1}""", "x.type", $"There is no domain type Uniform: use one of {Types}.")]
    [InlineData("""{"lower": 0, "upper": 1}""", "x.type", $"The domain has no type: use one of {Types}.")]
    [InlineData("""{"type": 3}""", "x.type", $"The domain has no type: use one of {Types}.")]
    [InlineData("[0, 1]", "x", "A domain is a JSON object such as {\"type\": \"uniform\", \"lower\": 0, \"upper\": 1}.")]
    [InlineData("null", "x", "A domain is a JSON object such as {\"type\": \"uniform\", \"lower\": 0, \"upper\": 1}.")]
    public void A_bad_domain_is_explained_at_its_property(string domain, string path, string message)
    {
        var (_, problems) = SpaceJson.Read($$"""{"x": {{domain}}}""");
        Assert.Equal(new Problem(path, message), Assert.Single(problems));
    }

    [Fact]
    public void An_upper_bound_that_would_be_excluded_is_not_guessed_at()
    {
        var (parameters, problems) = SpaceJson.Read("""{"x": {"type": "randint", "lower": 1, "upper": 9}}""");
        Assert.Empty(parameters);
        Assert.Equal(
            [
                new Problem("x.upper", "Write upperExclusive instead of upper: randint does not include its upper bound."),
                new Problem("x.upperExclusive", "upperExclusive is missing."),
            ],
            problems);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("null")]
    [InlineData("\"{}\"")]
    public void What_is_not_an_object_is_not_a_space(string json)
    {
        AssertProblem(json, "A space is a JSON object that gives each hyperparameter its domain.");
    }

    [Fact]
    public void What_is_not_JSON_is_refused_with_the_place()
    {
        AssertProblem("", "This is not JSON, or it is nested too deeply (line 1, column 1).");
        AssertProblem("{\n  x: 1\n}", "This is not JSON, or it is nested too deeply (line 2, column 3).");
        AssertProblem("{\"x\": 1,}", "This is not JSON, or it is nested too deeply (line 1, column 9).");
        AssertProblem("{} {}", "This is not JSON, or it is nested too deeply (line 1, column 4).");
    }

    [Fact]
    public void Depth_is_limited()
    {
        var json = string.Concat(Enumerable.Repeat("{\"x\":", 1000)) + "1" + new string('}', 1000);
        Assert.StartsWith("This is not JSON, or it is nested too deeply (line 1, ", Assert.Single(SpaceJson.Read(json).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paste_of_five_megabytes_is_refused_unread()
    {
        AssertProblem(new string('[', 5_000_000), "The text has 5,000,000 characters: at most 262,144 are allowed.");
    }

    [Fact]
    public void Thousands_of_hyperparameters_are_counted_and_refused_once()
    {
        AssertProblem(
            $"{{{string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"x{i}\": 1"))}}}", "5000 hyperparameters are too many: at most 100 are allowed.");
    }

    [Fact]
    public void Thousands_of_wrong_properties_do_not_bury_the_reader()
    {
        var wrong = string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"p{i}\": 1"));
        Assert.InRange(SpaceJson.Read("{\"x\": {\"type\": \"uniform\", " + wrong + "}}").Problems.Count, 1, 25);
    }

    [Fact]
    public void A_name_used_twice_is_found_when_the_space_is_checked()
    {
        var (parameters, problems) = SpaceJson.Read("""{"x": {"type": "constant", "value": 1}, "x": {"type": "constant", "value": 2}}""");
        Assert.Empty(problems);
        Assert.Equal(new Problem("x.name", "The name x is used twice."), Assert.Single(ConfigSpace.FindProblems(parameters)));
    }

    [Theory]
    [InlineData("{\"\\ud800\": 1}")]
    [InlineData("{\"x\": {\"type\": \"\\ud800\"}}")]
    [InlineData("{\"x\": {\"\\ud800\": \"uniform\"}}")]
    [InlineData("{\"x\": {\"type\": \"choice\", \"values\": [\"a\\udc00b\"]}}")]
    public void Half_an_escaped_character_is_refused(string json)
    {
        AssertProblem(json, "The text contains half a character (a UTF-16 surrogate without its partner).");
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        const string Message = "The text contains half a character (a UTF-16 surrogate without its partner).";
        AssertProblem("{\"\ud800\": 1}", Message);
        AssertProblem("{\"x\": {\"type\": \"constant\", \"value\": \"\ud800\"}}", Message);
    }

    [Fact]
    public void Whatever_the_text_nothing_is_thrown()
    {
        var sound = SpaceJson.Write(SoundDomains.All.Select((domain, i) => new Parameter($"x{i}", domain)).ToList());
        string[] inserts = ["", "\"", "{", "}", "[", "]", ",", ":", "1e999", "-", "null", "\\u", "\\ud800", "\0", "𝜂", "9223372036854775808"];
        var random = new RandomStream(11);
        for (var i = 0; i < 1000; i++)
        {
            var text = new StringBuilder(sound);
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(text.Length);
                text.Remove(at, Math.Min(random.Next(0, 20), text.Length - at)).Insert(at, inserts[random.Next(inserts.Length)]);
            }

            var (parameters, problems) = SpaceJson.Read(text.ToString());
            if (problems.Count == 0)
                ConfigSpace.FindProblems(parameters);
        }
    }

    private static void AssertProblem(string json, string message)
    {
        var (parameters, problems) = SpaceJson.Read(json);
        Assert.Empty(parameters);
        Assert.Equal(new Problem("", message), Assert.Single(problems));
    }
}
