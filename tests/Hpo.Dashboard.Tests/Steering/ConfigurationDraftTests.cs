using Hpo.Dashboard.Models.Steering;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Tests.Steering;

public class ConfigurationDraftTests
{
    private static readonly ConfigSpace Space = new(
        ("learning_rate", new LogUniform(0.001, 1)), ("batch_size", new RandInt(16, 257)), ("optimizer", new Choice("sgd", "adam")),
        ("units", new Ordinal(16, 32, 64)), ("momentum", new Constant(0.9)));

    private static readonly Configuration Filled = new(("learning_rate", 0.01), ("batch_size", 128), ("optimizer", "adam"), ("units", 32), ("momentum", 0.9));

    private readonly ConfigurationDraft _draft = ConfigurationDraft.Of(Space, Filled);

    [Fact]
    public void What_it_was_filled_with_comes_out_again() => Assert.Equal(Filled, _draft.Configuration);

    [Theory]
    [InlineData("learning_rate", "0.5", 0.5)]
    [InlineData("learning_rate", "1e-2", 0.01)]
    [InlineData("learning_rate", "1", 1.0)]
    public void A_number_is_read_as_the_space_wants_it(string name, string text, double value) =>
        Assert.Equal(ParameterValue.FromReal(value), _draft.With(name, text).Configuration![name]);

    [Theory]
    [InlineData("learning_rate", "hello", "not a number")]
    [InlineData("learning_rate", "", "not a number")]
    [InlineData("learning_rate", "2", "1")]
    [InlineData("learning_rate", "NaN", "not a number")]
    [InlineData("batch_size", "12.5", "whole number")]
    [InlineData("batch_size", "257", "256")]
    [InlineData("optimizer", "7", "Choose")]
    [InlineData("optimizer", "sgd", "Choose")]
    public void What_the_space_does_not_allow_is_refused_in_words(string name, string text, string words)
    {
        var draft = _draft.With(name, text);
        Assert.Contains(words, draft.Fields.Single(field => field.Name == name).Problem, StringComparison.Ordinal);
        Assert.Null(draft.Configuration);
        Assert.NotNull(draft.With(name, _draft.Fields.Single(field => field.Name == name).Text).Configuration);
    }

    [Fact]
    public void From_a_list_one_chooses_by_place_and_a_constant_cannot_be_changed()
    {
        var draft = _draft.With("optimizer", "0").With("units", "2").With("momentum", "0.1");
        Assert.Equal(Filled.With("optimizer", "sgd").With("units", 64), draft.Configuration);
        Assert.Equal([false, false, false, false, true], draft.Fields.Select(field => field.IsFixed));
        Assert.Equal(["sgd", "adam"], draft.Fields[2].Choices!.Select(value => value.ToString()));
    }

    [Fact]
    public void Every_point_of_the_space_survives_being_written_and_read()
    {
        for (var place = 0; place <= 20; place++)
        {
            var configuration = new Configuration(Space.Parameters.Select(parameter => (parameter.Name, parameter.Domain.Decode(place / 20.0))));
            Assert.Equal(configuration, ConfigurationDraft.Of(Space, configuration).Configuration);
        }
    }
}
