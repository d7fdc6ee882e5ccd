using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Space.Json;
using static Hpo.Dashboard.Tests.Space.Spaces;

namespace Hpo.Dashboard.Tests.Space;

/// <summary>The space as JSON, in step with the rows.</summary>
public sealed class SpaceDocumentTests
{
    private readonly SpaceEditing _editing = Editing();

    private string Json => _editing.Document.Json;

    private void Replace(string what, string by) => _editing.TypeJson(Json.Replace(what, by, StringComparison.Ordinal));

    [Fact]
    public void Shows_the_rows_in_the_engines_format() => Assert.Equal(SpaceJson.Write(LeNet.Parameters), Json);

    [Fact]
    public void A_change_of_the_JSON_changes_the_rows_and_keeps_what_it_does_not_speak_of()
    {
        Replace("\"upper\": 1", "\"upper\": 0.5");

        var row = _editing.Draft.Find(LearningRate)!;
        Assert.Equal("0.5", row.Text.Upper);
        Assert.Equal("0.1", row.Text.Initial);
        Assert.True(_editing.IsSound);
    }

    [Fact]
    public void The_JSON_stays_as_it_was_typed_while_it_is_typed()
    {
        var typed = """{"learning_rate":{"type":"loguniform","lower":1e-2,"upper":1}}""";

        _editing.TypeJson(typed);

        Assert.Equal(typed, Json);
        Assert.Equal("0.01", Assert.Single(_editing.Draft.Rows).Text.Lower);
    }

    [Fact]
    public void A_renamed_hyperparameter_keeps_its_initial_value()
    {
        Replace("learning_rate", "lr");

        var row = _editing.Draft.Find(LearningRate)!;
        Assert.Equal("lr", row.Name);
        Assert.Equal("0.1", row.Text.Initial);
    }

    [Fact]
    public void A_new_hyperparameter_gets_a_sensible_initial_value()
    {
        _editing.TypeJson("""{"momentum": {"type": "uniform", "lower": 0, "upper": 1}, "learning_rate": {"type": "loguniform", "lower": 0.01, "upper": 1}}""");

        Assert.Equal(["momentum", "learning_rate"], _editing.Draft.Rows.Select(row => row.Name));
        Assert.Equal(["0.5", "0.1"], _editing.Draft.Rows.Select(row => row.Text.Initial));
        Assert.True(_editing.IsSound);
    }

    [Fact]
    public void A_text_that_is_no_JSON_is_kept_and_its_mistake_has_a_line_and_a_column()
    {
        _editing.TypeJson("{\n  \"learning_rate\": oops\n}");

        Assert.Equal("Line 2, column 20: This is not JSON.", Assert.Single(_editing.Document.JsonProblems).ToString());
        Assert.Equal("{\n  \"learning_rate\": oops\n}", Json);
        Assert.Equal(2, _editing.Draft.Rows.Length);
        Assert.False(_editing.IsSound);
    }

    [Theory]
    [InlineData("\"lower\": 32", "\"lower\": \"low\"", "Line 9, column 14: batch_size.lower: This must be a whole number.")]
    [InlineData("\"upperExclusive\": 256", "\"upper\": 256", "Line 10, column 14: batch_size.upper: Write upperExclusive instead of upper: randint does not include its upper bound.")]
    [InlineData("\"randint\"", "\"normal\"", "Line 8, column 13: batch_size.type: There is no domain type normal: use one of uniform, loguniform, reverseloguniform, randint, lograndint, choice, ordinal, constant.")]
    public void What_is_no_domain_is_said_where_it_stands(string what, string by, string problem)
    {
        Replace(what, by);

        Assert.Equal(problem, _editing.Document.JsonProblems[0].ToString());
        Assert.True(_editing.Document.HasUnreadableJson);
    }

    [Fact]
    public void Reversed_bounds_reach_the_rows_and_are_said_in_both_views()
    {
        Replace("\"upper\": 1", "\"upper\": 0.001");

        Assert.StartsWith("Line 5, column 14: learning_rate.upper: The bounds are reversed", Assert.Single(_editing.Document.JsonProblems).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("The bounds are reversed", _editing.Reading.Rows[0].Problems[SpaceField.Upper], StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_used_twice_is_said_at_the_second()
    {
        Replace("batch_size", "learning_rate");

        Assert.Equal("Line 7, column 3: learning_rate.name: The name learning_rate is used twice.", Assert.Single(_editing.Document.JsonProblems).ToString());
        Assert.Equal(2, _editing.Draft.Rows.Length);
    }

    [Fact]
    public void Five_megabytes_are_refused_in_words_and_nothing_is_lost()
    {
        _editing.TypeJson(new string('x', 5 * 1024 * 1024));

        Assert.Equal("The text has 5,242,880 characters: at most 262,144 are allowed.", Assert.Single(_editing.Document.JsonProblems).ToString());
        Assert.Equal(2, _editing.Draft.Rows.Length);
        _editing.Undo();
        Assert.True(_editing.Is(LeNet, Initial));
    }

    [Fact]
    public void More_hyperparameters_than_a_space_may_have_do_not_become_rows()
    {
        _editing.TypeJson("{" + string.Join(',', Enumerable.Range(0, 500).Select(i => $"\"p{i}\": {{\"type\": \"uniform\", \"lower\": 0, \"upper\": 1}}")) + "}");

        Assert.Contains("are too many: at most 100 are allowed.", Assert.Single(_editing.Document.JsonProblems).ToString(), StringComparison.Ordinal);
        Assert.Equal(2, _editing.Draft.Rows.Length);
    }

    [Fact]
    public void A_row_that_cannot_be_read_stands_in_the_JSON_as_it_was_typed()
    {
        _editing.Type(LearningRate, SpaceField.Lower, "abc");

        Assert.Contains("\"lower\": \"abc\"", Json, StringComparison.Ordinal);
        Assert.Contains("\"upperExclusive\": 256", Json, StringComparison.Ordinal);
        Assert.Equal("Line 4, column 14: learning_rate.lower: This must be a number.", Assert.Single(_editing.Document.JsonProblems).ToString());

        Replace("\"abc\"", "0.02");
        Assert.Equal("0.02", _editing.Draft.Find(LearningRate)!.Text.Lower);
        Assert.True(_editing.IsSound);
    }

    [Fact]
    public void A_change_of_the_rows_takes_the_place_of_JSON_that_cannot_be_read_and_undo_brings_it_back()
    {
        _editing.TypeJson("{ oops");
        _editing.Type(LearningRate, SpaceField.Upper, "0.5");
        Assert.True(_editing.IsSound);

        _editing.Undo();
        Assert.Equal("{ oops", Json);
        Assert.False(_editing.IsSound);
    }

    [Fact]
    public void JSON_that_cannot_be_read_can_be_discarded()
    {
        _editing.TypeJson("{ oops");

        _editing.TidyJson();

        Assert.Equal(SpaceJson.Write(LeNet.Parameters), Json);
        Assert.Equal("discard the JSON", _editing.UndoWhat);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"a\": 1}")]
    [InlineData("{\"a\": {\"type\": \"choice\", \"values\": [[]]}}")]
    [InlineData("{\"a\": {\"type\": \"uniform\", \"lower\": 1e999, \"upper\": 1}}")]
    [InlineData("{\"\\uD800\": {\"type\": \"uniform\"}}")]
    [InlineData("[[[[[[[[[[[[")]
    public void Whatever_the_text_there_is_a_message_and_no_accident(string text)
    {
        _editing.TypeJson(text);

        Assert.NotEmpty(_editing.Document.JsonProblems);
        Assert.True(_editing.Document.HasUnreadableJson);
    }

    [Fact]
    public void Other_names_are_other_hyperparameters_with_initial_values_of_their_own()
    {
        _editing.TypeJson("""{"momentum": {"type": "uniform", "lower": 0, "upper": 1}, "units": {"type": "randint", "lower": 100, "upperExclusive": 300}}""");

        Assert.True(_editing.IsSound);
        Assert.Equal(["0.5", "200"], _editing.Draft.Rows.Select(row => row.Text.Initial));
        Assert.DoesNotContain(_editing.Draft.Rows, row => row.Id is LearningRate or BatchSize);
    }

    [Fact]
    public void Exchanged_names_take_their_initial_values_with_them()
    {
        _editing.TypeJson("""{"batch_size": {"type": "randint", "lower": 32, "upperExclusive": 256}, "learning_rate": {"type": "loguniform", "lower": 0.01, "upper": 1}}""");

        Assert.Equal([("batch_size", "128"), ("learning_rate", "0.1")], _editing.Draft.Rows.Select(row => (row.Name, row.Text.Initial)));
    }
}
