using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;
using Hpo.Studies.Wording;
using static Hpo.Studies.Tests.Hostile.HostileText;

namespace Hpo.Studies.Tests.Hostile;

/// <summary>Definitions of a stranger: one is refused in words, or it can be run. Nothing crashes, and nothing that is refused starts or is stored.</summary>
public sealed class HostileDefinitionTests : IDisposable
{
    private const string Hole = "\"a hole\"";

    private static readonly string Whole = StudyDefinitionJson.Write(Samples.Definition);

    private readonly TemporaryFolder _folder = new();

    /// <summary>A piece of JSON, or what somebody takes for it.</summary>
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.Elements(Numbers),
        Gen.Elements("null", "true", "[]", "{}", "\"\\ud800\"", "{\"\\ud800\":1}", "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]", "{\"type\":\"random\",\"type\":\"tpe\"}", "{\"type\":\"tpe\",\"parameters\":{\"gamma\":1e308}}",
            "{\"trials\":-5}", "[{\"x\":0.5}]", "[{\"x\":\"a\",\"n\":{}}]", "{\"x\":{\"type\":\"uniform\",\"lower\":1,\"upper\":0}}"),
        Text.Select(text => JsonSerializer.Serialize(text)),
        Text);

    /// <summary>A good definition in which one value, anywhere, was replaced by something else.</summary>
    private static readonly Gen<string> Damaged =
        from place in Gen.Choose(0, Places(JsonNode.Parse(Whole)!).Count() - 1)
        from piece in Piece
        select WithHole(place).Replace(Hole, piece, StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_definition_is_refused_in_words_or_can_be_run()
    {
        var (unreadable, refused, sound) = (0, 0, 0);
        Holds(Damaged, json =>
        {
            if (Read(json) is not { } definition)
            {
                unreadable++;
                return;
            }

            var problems = StudyDefinitionRules.FindProblems(definition, Samples.Components);
            Assert.All(problems, problem => Assert.NotEmpty(problem.Message));
            if (problems.Count > 0)
            {
                refused++;
                return;
            }

            sound++;
            // what was read is also what is stored
            Assert.Equal(StudyDefinitionJson.Write(definition), StudyDefinitionJson.Write(StudyDefinitionJson.Read(StudyDefinitionJson.Write(definition))));
        }, times: 5000);
        Assert.True(unreadable > 100 && refused > 100 && sound > 100, $"{unreadable} unreadable, {refused} refused, {sound} sound");
    }

    [Fact]
    public void What_is_refused_is_neither_started_nor_stored()
    {
        using var service = new StudyService(_folder.Path, Samples.Components);
        Holds(Damaged, json =>
        {
            if (Read(json) is { } definition && StudyDefinitionRules.FindProblems(definition, service.Catalog).Count > 0)
                Assert.Throws<InvalidInputException>(() => service.Start(definition));
        }, times: 500);
        Assert.Empty(service.List());
    }

    [Fact]
    public void A_text_that_is_cut_off_anywhere_is_not_a_definition() =>
        Assert.All(Enumerable.Range(0, Whole.Length - 1), length => Assert.Null(Read(Whole[..length])));

    [Theory]
    [InlineData(100)]
    [InlineData(100_000)]
    public void A_text_nested_without_end_is_not_a_definition(int depth) =>
        Assert.Null(Read(string.Concat(Enumerable.Repeat("{\"space\":", depth)) + "1"));

    [Fact]
    public void A_study_may_have_any_name_that_is_text_and_keeps_it_but_for_marks_of_direction()
    {
        using var service = new StudyService(_folder.Path, Samples.Components);
        foreach (var name in Texts.Where(name => StudyDefinitionRules.Name(name) is null))
        {
            var study = service.Start(Samples.Definition with { Name = name, Stop = new(Trials: 1) });
            Assert.Equal(DirectionMarks.Without(name), service.Find(study.Id)!.Definition.Name);
        }

        Assert.All(Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories), entry => Assert.DoesNotContain("passwd", entry, StringComparison.Ordinal));
    }

    private static StudyDefinition? Read(string json)
    {
        try
        {
            return StudyDefinitionJson.Read(json);
        }
        catch (JsonException exception)
        {
            Assert.NotEmpty(exception.Message);
            return null;
        }
    }

    private static string WithHole(int place)
    {
        var root = JsonNode.Parse(Whole)!;
        Places(root).ElementAt(place)(JsonNode.Parse(Hole)!);
        return root.ToJsonString();
    }

    /// <summary>Every place of a value below a node, as what puts another one there.</summary>
    private static IEnumerable<Action<JsonNode>> Places(JsonNode node) => node switch
    {
        JsonObject all => all.ToList().SelectMany(entry => Inner(entry.Value).Prepend(value => all[entry.Key] = value)),
        JsonArray all => Enumerable.Range(0, all.Count).SelectMany(i => Inner(all[i]).Prepend(value => all[i] = value)),
        _ => [],
    };

    private static IEnumerable<Action<JsonNode>> Inner(JsonNode? node) => node is null ? [] : Places(node);
}
