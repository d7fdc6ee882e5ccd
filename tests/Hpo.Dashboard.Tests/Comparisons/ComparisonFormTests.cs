using System.Text.Json;
using Hpo.Comparisons.Definitions;
using Hpo.Dashboard.Models.Comparisons.Form;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Tests.Comparisons;

public sealed class ComparisonFormTests
{
    private readonly StudyCatalog _catalog = Contests.Catalog();
    private readonly ComparisonForm _form;

    public ComparisonFormTests() => _form = new ComparisonForm(_catalog, Contests.Small());

    private static string? At(ComparisonForm form, ComparisonField field) => form.Reading.Problems.GetValueOrDefault(field);

    private int KeyOf(int place) => _form.Draft.Methods[place].Key;

    private ComponentParameter Parameter(string searcher, string name) => _catalog.Searchers.Get(searcher).Parameters.Single(parameter => parameter.Name == name);

    [Fact]
    public void Opens_with_the_example_and_can_be_started_as_it_is()
    {
        var definition = _form.Reading.Definition!;

        Assert.Equal("Two searchers", definition.Name);
        Assert.Equal(["Random search", "Local search"], definition.Methods.Select(method => method.Name));
        Assert.Equal("3 repetitions × 2 methods × 1 objective = 6 runs, each up to 4 trials. In simulated time.", _form.Summary);
        Assert.False(_form.IsEdited);
    }

    [Fact]
    public void A_definition_comes_back_from_the_form_as_it_went_in()
    {
        var definition = Contests.Small() with
        {
            Kind = ComparisonKind.Simulated,
            Methods = [new("Mine", new("tpe", new(("startupTrials", 7), ("candidates", 24), ("multivariate", false))), new("fifo"))],
            Budget = new(30, 200, 90.5),
            MaxEpochs = 9,
            Workers = 4,
            DecisionTime = new(DecisionTimeKind.Measured),
            FirstConfiguration = FirstConfiguration.Default,
            Seed = -3,
        };

        _form.Open(definition);

        Assert.Equal(ComparisonDefinitionJson.Write(definition), ComparisonDefinitionJson.Write(_form.Reading.Definition!));
    }

    [Fact]
    public void What_was_edited_is_kept_as_JSON_and_filled_in_again()
    {
        Assert.Null(_form.Keep());
        _form.Type(ComparisonField.Repetitions, "2,5");
        var added = _form.AddMethod();
        _form.NameMethod(added, "Mine");
        _form.Change(_form.MethodOf(added).With(MethodRole.Searcher, "tpe").With(MethodRole.Searcher, Parameter("tpe", "startupTrials"), "few"));

        var kept = JsonSerializer.Deserialize<KeptComparisonForm>(JsonSerializer.Serialize(_form.Keep()))!;
        var other = new ComparisonForm(_catalog, Contests.Small());
        other.Restore(kept);

        Assert.True(other.Draft.IsSame(_form.Draft));
        Assert.Equal(_form.Reading.ProblemCount, other.Reading.ProblemCount);
        Assert.Equal(3, other.Draft.Methods.Select(method => method.Key).Distinct().Count());
        other.SetAside();
        Assert.False(other.IsEdited);
    }

    [Fact]
    public void What_was_started_is_not_kept()
    {
        _form.Type(ComparisonField.Repetitions, "7");

        _form.MarkStarted();

        Assert.Null(_form.Keep());
    }

    [Theory]
    [InlineData(ComparisonField.Repetitions, "many", "\"many\" is not a whole number.")]
    [InlineData(ComparisonField.Repetitions, "", "Give the number of repetitions, such as 10.")]
    [InlineData(ComparisonField.Repetitions, "99999999999", "\"99999999999\" is too large.")]
    [InlineData(ComparisonField.Trials, "0", "There must be at least 1: 0 trials are not possible.")]
    [InlineData(ComparisonField.Trials, "", "Say when a repetition ends: after a number of trials, a number of epochs, or a time.")]
    [InlineData(ComparisonField.Seconds, "soon", "\"soon\" is not a time: write seconds, or something like 90 s, 10 min or 1 h 30 min.")]
    [InlineData(ComparisonField.Workers, "", "Give the number of workers, such as 1.")]
    [InlineData(ComparisonField.Seed, "x", "\"x\" is not a whole number.")]
    [InlineData(ComparisonField.Name, " ", "Give the comparison a name.")]
    public void A_mistake_stands_at_its_field_keeps_what_was_typed_and_nothing_can_be_started(ComparisonField field, string text, string problem)
    {
        _form.Type(field, text);

        Assert.Equal(problem, At(_form, field));
        Assert.Equal(1, _form.Reading.ProblemCount);
        Assert.Null(_form.Reading.Definition);
        Assert.Null(_form.Summary);
        Assert.Equal(text, _form.Draft[field]);
    }

    [Fact]
    public void Any_of_the_limits_will_do()
    {
        _form.Type(ComparisonField.Trials, "");
        _form.Type(ComparisonField.Seconds, "1 h 30 min");

        Assert.Equal(new ComparisonBudget(Seconds: 5400), _form.Reading.Definition!.Budget);
    }

    [Fact]
    public void A_decision_time_is_asked_for_only_where_it_is_fixed()
    {
        _form.Type(ComparisonField.DecisionSeconds, "");
        Assert.Equal("Say how many seconds a decision takes.", At(_form, ComparisonField.DecisionSeconds));

        _form.Type(ComparisonField.DecisionTime, nameof(DecisionTimeKind.None));
        Assert.Equal(new(DecisionTimeKind.None), _form.Reading.Definition!.DecisionTime);
    }

    [Fact]
    public void Objectives_are_in_the_order_of_the_catalog_and_one_is_needed()
    {
        _form.Choose(_catalog.Objectives.Get("hartmann-6"), true);
        _form.Choose(_catalog.Objectives.Get("branin"), false);
        _form.Choose(_catalog.Objectives.Get("branin"), true);
        Assert.Equal(["branin", "hartmann-6"], _form.Reading.Definition!.Objectives.ToArray());

        _form.Choose(_catalog.Objectives.Get("branin"), false);
        _form.Choose(_catalog.Objectives.Get("hartmann-6"), false);
        Assert.Equal("There must be at least 1: 0 objectives are not possible.", At(_form, ComparisonField.Objectives));
    }

    [Fact]
    public void What_really_runs_can_be_chosen_in_a_race_only()
    {
        var real = _catalog.Objectives.Get("real");
        Assert.False(_form.CanChoose(real));

        _form.Choose(ComparisonKind.Race);
        Assert.True(_form.CanChoose(real));
        _form.Choose(real, true);
        Assert.Equal(["real", "branin"], _form.Reading.Definition!.Objectives.ToArray());

        _form.Choose(ComparisonKind.Simulated);
        Assert.Contains("Real network really runs", At(_form, ComparisonField.Objectives), StringComparison.Ordinal);
    }

    [Fact]
    public void A_race_has_one_repetition_unless_a_number_was_chosen_by_hand()
    {
        _form.Type(ComparisonField.Repetitions, "50");
        _form.Choose(ComparisonKind.Race);
        Assert.Equal("1", _form.Draft[ComparisonField.Repetitions]);

        _form.Type(ComparisonField.Repetitions, "7");
        _form.Choose(ComparisonKind.Simulated);
        Assert.Equal("7", _form.Draft[ComparisonField.Repetitions]);
    }

    [Fact]
    public void Methods_are_named_after_what_they_are_made_of_and_differ()
    {
        var first = _form.AddMethod();
        _form.Change(_form.MethodOf(first).With(MethodRole.Searcher, "tpe").With(MethodRole.Scheduler, "asha-promotion"));
        _form.DuplicateMethod(first);
        var asha = _catalog.Schedulers.Get("asha-promotion").Name;

        Assert.Equal(["Random search", "Local search", $"TPE, {asha}", $"TPE, {asha} 2"], _form.Reading.MethodNames);
        Assert.Equal(4, _form.Draft.Methods.Select(method => method.Key).Distinct().Count());
    }

    [Fact]
    public void A_name_that_was_typed_stays_and_one_that_was_emptied_is_made_again()
    {
        _form.NameMethod(KeyOf(1), "Mine");
        _form.Change(_form.MethodOf(KeyOf(1)).With(MethodRole.Searcher, "tpe"));
        Assert.Equal("Mine", _form.Reading.MethodNames[1]);

        _form.NameMethod(KeyOf(1), "");
        Assert.Equal("TPE", _form.Reading.MethodNames[1]);
    }

    [Fact]
    public void Two_methods_of_one_name_are_told_at_the_second()
    {
        _form.NameMethod(KeyOf(1), "random search");

        Assert.Contains("is called \"random search\" too", _form.Reading.MethodProblems[(1, null)], StringComparison.Ordinal);
        Assert.Null(_form.Reading.Definition);
    }

    [Fact]
    public void A_wrong_parameter_stands_at_its_method_also_after_another_was_removed()
    {
        _form.Change(_form.MethodOf(KeyOf(1)).With(MethodRole.Searcher, "tpe").With(MethodRole.Searcher, Parameter("tpe", "startupTrials"), "few"));
        Assert.Equal("\"few\" is not a whole number.", _form.Reading.ParameterProblems[(1, MethodRole.Searcher, "startupTrials")]);

        _form.RemoveMethod(KeyOf(0));
        Assert.Equal("\"few\" is not a whole number.", _form.Reading.ParameterProblems[(0, MethodRole.Searcher, "startupTrials")]);
    }

    [Fact]
    public void Entries_can_be_set_aside_for_the_example_and_had_again()
    {
        _form.Type(ComparisonField.Trials, "77");
        _form.SetAside();
        Assert.Equal("4", _form.Draft[ComparisonField.Trials]);
        Assert.True(_form.HasSetAside);

        _form.BringBack();
        Assert.Equal("77", _form.Draft[ComparisonField.Trials]);
    }

    [Fact]
    public void A_copy_to_change_does_not_lose_what_was_typed_before()
    {
        _form.Type(ComparisonField.Trials, "77");
        _form.Open(Contests.Small(repetitions: 9));
        Assert.Equal("9", _form.Draft[ComparisonField.Repetitions]);

        _form.BringBack();
        _form.SetAside();
        _form.BringBack();
        Assert.Equal("77", _form.Draft[ComparisonField.Trials]);
    }

    [Fact]
    public void Problems_found_on_starting_stand_at_their_fields_until_the_next_change()
    {
        _form.Refuse([new Problem("methods.1.searcher", "Not today."), new Problem("", "Too many run.")]);
        Assert.Equal("Not today.", _form.Reading.MethodProblems[(1, MethodRole.Searcher)]);
        Assert.Equal("Too many run.", Assert.Single(_form.Reading.Others).Message);

        _form.Type(ComparisonField.Trials, "5");
        Assert.NotNull(_form.Reading.Definition);
    }
}
