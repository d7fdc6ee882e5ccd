using Hpo.Dashboard.Models.Form;
using Hpo.Engine.Space;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Tests.Form;

/// <summary>The searcher and the scheduler of the form, and their parameters.</summary>
public sealed class MethodsTests
{
    private readonly StudyForm _form = new(Catalogs.Create());

    [Fact]
    public void The_default_methods_have_no_parameters_to_write_down()
    {
        Assert.Equal(new("random"), _form.Reading.Definition!.Searcher);
        Assert.Equal(new("fifo"), _form.Reading.Definition.Scheduler);
    }

    [Fact]
    public void All_parameters_are_written_down_so_that_later_defaults_change_nothing()
    {
        _form.Type(StudyField.Searcher, "evolution");
        TypeInto(StudyField.Searcher, "populationSize", "20");

        Assert.Equal(new("evolution", new(("populationSize", 20), ("sampleSize", 10))), _form.Reading.Definition!.Searcher);
    }

    [Fact]
    public void A_default_of_which_only_some_digits_are_shown_is_taken_in_full()
    {
        _form.Type(StudyField.Searcher, "cma-es");
        Assert.Equal("0.16667", _form.Draft.Parameter(StudyField.Searcher, Parameter(StudyField.Searcher, "initialStep")));
        Assert.Equal(new Configuration(("initialStep", 1 / 6.0)), _form.Reading.Definition!.Searcher.Parameters);

        TypeInto(StudyField.Searcher, "initialStep", "0.2");
        TypeInto(StudyField.Searcher, "populationSize", "12");
        Assert.Equal(new Configuration(("initialStep", 0.2), ("populationSize", 12)), _form.Reading.Definition!.Searcher.Parameters);
    }

    [Theory]
    [InlineData("evolution", "populationSize", "many", "\"many\" is not a whole number.")]
    [InlineData("evolution", "populationSize", "0", "0 lies outside the range from 1 to 10000.")]
    [InlineData("evolution", "populationSize", "", "Give a value, such as 100.")]
    [InlineData("evolution", "sampleSize", "200", "A sample of 200 cannot come from a population of 100.")]
    [InlineData("local", "probabilityLocal", "2", "2 lies outside the range from 0 to 1.")]
    [InlineData("local", "probabilityLocal", "0,5", "\"0,5\" is not a number: write a point instead of the comma.")]
    public void A_wrong_value_stands_at_its_parameter_and_nothing_can_be_started(string searcher, string name, string text, string problem)
    {
        _form.Type(StudyField.Searcher, searcher);
        TypeInto(StudyField.Searcher, name, text);

        Assert.Equal(new KeyValuePair<(StudyField, string), string>((StudyField.Searcher, name), problem), Assert.Single(_form.Reading.ParameterProblems));
        Assert.Empty(_form.Reading.Problems);
        Assert.Null(_form.Reading.Definition);
        Assert.Equal(1, _form.ProblemCount);
        Assert.Equal((StudyField.Searcher, name), _form.FirstProblem);
    }

    [Fact]
    public void What_was_typed_is_there_again_after_a_look_at_another_searcher()
    {
        _form.Type(StudyField.Searcher, "evolution");
        TypeInto(StudyField.Searcher, "populationSize", "many");

        _form.Type(StudyField.Searcher, "cma-es");
        Assert.NotNull(_form.Reading.Definition);
        _form.Type(StudyField.Searcher, "evolution");

        Assert.Equal("many", _form.Draft.Parameter(StudyField.Searcher, Parameter(StudyField.Searcher, "populationSize")));
    }

    [Fact]
    public void A_changed_parameter_is_an_edit_that_can_be_set_aside_and_had_again()
    {
        _form.Type(StudyField.Searcher, "evolution");
        TypeInto(StudyField.Searcher, "populationSize", "20");

        _form.SetAside();
        Assert.False(_form.IsEdited);
        _form.BringBack();

        Assert.Equal(20, _form.Reading.Definition!.Searcher.Parameters!["populationSize"].AsInteger());
    }

    [Fact]
    public void Typing_the_default_again_is_no_edit()
    {
        var parameter = _form.Catalog.Searchers.Get("evolution").Parameters[0];
        _form.Type(StudyField.Searcher, "evolution");
        _form.Type(StudyField.Searcher, parameter, "20");
        _form.Type(StudyField.Searcher, parameter, "100");
        _form.Type(StudyField.Searcher, "random");

        Assert.False(_form.IsEdited);
    }

    [Fact]
    public void A_scheduler_says_what_it_will_do_with_the_epochs()
    {
        Assert.Equal("Every trial runs all of its 10 epochs.", _form.Reading.Plan);

        _form.Type(StudyField.Scheduler, "asha-stopping");
        Assert.Equal(
            "Rungs at 1, 3, 9 and 10 epochs; a trial goes on from a rung when it is among the best third of those that have reached it, else it stops.",
            _form.Reading.Plan);

        TypeInto(StudyField.Scheduler, "reductionFactor", "4");
        _form.Type(StudyField.MaxEpochs, "16");
        Assert.StartsWith("Rungs at 1, 4 and 16 epochs; a trial goes on from a rung when it is among the best quarter", _form.Reading.Plan, StringComparison.Ordinal);

        _form.Type(StudyField.MaxEpochs, "many");
        Assert.Null(_form.Reading.Plan);
    }

    [Fact]
    public void The_plan_needs_no_sound_space()
    {
        _form.Space.Type(Space.Spaces.LearningRate, Models.Space.SpaceField.Lower, "nonsense");

        Assert.Equal("Every trial runs all of its 10 epochs.", _form.Reading.Plan);
    }

    [Fact]
    public void A_scheduler_with_rungs_is_refused_for_an_objective_without_epochs()
    {
        _form.ChooseObjective("bowl");
        _form.Type(StudyField.Scheduler, "asha-stopping");

        Assert.Contains("Bowl has no epochs", _form.Reading.Problems[StudyField.Scheduler], StringComparison.Ordinal);
        Assert.Null(_form.Reading.Definition);
        Assert.Null(_form.Reading.Plan);
        Assert.Equal((StudyField.Scheduler, null), _form.FirstProblem);
    }

    [Fact]
    public void A_refused_pair_is_said_although_another_field_is_wrong_too()
    {
        _form.ChooseObjective("bowl");
        _form.Type(StudyField.Scheduler, "asha-stopping");
        _form.Type(StudyField.Trials, "many");

        Assert.Equal([StudyField.Trials, StudyField.Scheduler], _form.Reading.Problems.Keys.Order());
    }

    [Fact]
    public void A_scheduler_that_pauses_is_refused_for_an_objective_without_checkpoints()
    {
        _form.Type(StudyField.Scheduler, "asha-promotion");

        Assert.Contains("Valley has none", _form.Reading.Problems[StudyField.Scheduler], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("11")]
    public void A_first_rung_above_all_epochs_is_refused_at_its_field(string minEpochs)
    {
        _form.Type(StudyField.Scheduler, "asha-stopping");
        TypeInto(StudyField.Scheduler, "minEpochs", minEpochs);

        Assert.Equal("With this first rung trials are never compared: a trial has 10 epochs.", _form.Reading.ParameterProblems[(StudyField.Scheduler, "minEpochs")]);
        Assert.Null(_form.Reading.Plan);
    }

    [Fact]
    public void A_pair_that_disappoints_is_possible_and_explained()
    {
        Assert.Null(_form.Advice);
        _form.Type(StudyField.Searcher, "cma-es");
        Assert.Null(_form.Advice);

        _form.Type(StudyField.Scheduler, "asha-stopping");

        Assert.StartsWith("CMA-ES compares final errors.", _form.Advice, StringComparison.Ordinal);
        Assert.NotNull(_form.Reading.Definition);
    }

    [Fact]
    public void Methods_other_than_the_default_ones_are_part_of_what_will_happen()
    {
        _form.Type(StudyField.Searcher, "cma-es");

        Assert.StartsWith("5 trials of Valley, up to 10 epochs each, on 1 worker. Searcher: CMA-ES. Scheduler: First in, first out.", _form.Summary, StringComparison.Ordinal);
    }

    private ComponentParameter Parameter(StudyField role, string name) => _form.Chosen(role).Parameters.Single(parameter => parameter.Name == name);

    private void TypeInto(StudyField role, string name, string text) => _form.Type(role, Parameter(role, name), text);
}
