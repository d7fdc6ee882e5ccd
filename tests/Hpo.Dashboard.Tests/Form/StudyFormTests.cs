using System.Collections.Immutable;
using System.Text.Json;
using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Space;
using Hpo.Dashboard.Tests.Space;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Tests.Form;

public sealed class StudyFormTests
{
    private static readonly StudyExample Bowl = new("bowl", "Exercise 1", "A bowl.", "no time", "bowl", 7)
    {
        Searcher = "local",
        SearcherParameters = ImmutableDictionary<string, string>.Empty.Add("probabilityLocal", "0.25"),
        Workers = 2,
    };

    private readonly StudyForm _form = new(Catalogs.Create());

    [Fact]
    public void The_example_can_be_started_as_it_is()
    {
        var definition = _form.Reading.Definition!;

        Assert.Empty(StudyDefinitionRules.FindProblems(definition, _form.Catalog));
        Assert.Equal("Valley", definition.Name);
        Assert.Equal(5, definition.Stop.Trials);
        Assert.Equal(10, definition.MaxEpochs);
        Assert.Equal(Spaces.Initial, Assert.Single(definition.InitialConfigurations));
        Assert.False(_form.IsEdited);
        Assert.Equal(0, _form.ProblemCount);
    }

    [Fact]
    public void A_students_form_begins_with_a_seed_of_its_own_which_is_no_change()
    {
        _form.BeginWith(4711);
        Assert.Equal((4711L, false), (_form.Reading.Definition!.Seed, _form.IsEdited));
        _form.Open(Bowl);
        Assert.Equal((4711L, false), (_form.Reading.Definition!.Seed, _form.IsEdited));

        _form.Type(StudyField.Seed, "5");
        _form.BeginWith(4712);
        Assert.Equal((5L, true), (_form.Reading.Definition!.Seed, _form.IsEdited));
    }

    [Fact]
    public void A_ready_made_study_is_filled_in_and_the_form_goes_back_to_it()
    {
        _form.Open(Bowl);

        Assert.False(_form.IsEdited);
        Assert.Equal(Bowl.Definition(_form.Catalog) with { InitialConfigurations = [] }, _form.Reading.Definition! with { InitialConfigurations = [] });
        _form.Type(StudyField.Trials, "2");
        Assert.True(_form.IsEdited);
        _form.SetAside();
        Assert.Equal("7", _form.Draft[StudyField.Trials]);
        _form.BringBack();
        Assert.Equal("2", _form.Draft[StudyField.Trials]);
    }

    [Fact]
    public void A_ready_made_study_has_the_parameters_of_its_searcher()
    {
        var definition = Bowl.Definition(_form.Catalog);

        Assert.Equal("Exercise 1", definition.Name);
        Assert.Equal("local", definition.Searcher.Type);
        Assert.Equal(new Configuration(("probabilityLocal", 0.25), ("randomInitial", 5)), definition.Searcher.Parameters);
        Assert.Equal(Catalogs.BowlSpace, definition.Space);
        Assert.Equal(Catalogs.BowlInitial, Assert.Single(definition.InitialConfigurations));
        Assert.Equal((7, 2), (definition.Stop.Trials, definition.Workers));
    }

    [Fact]
    public void What_was_typed_stays_until_a_ready_made_study_is_asked_for_and_can_be_brought_back_then()
    {
        _form.Type(StudyField.Trials, "3");
        _form.Open();
        Assert.Equal("3", _form.Draft[StudyField.Trials]);

        _form.Open(Bowl);
        Assert.Equal("7", _form.Draft[StudyField.Trials]);
        Assert.True(_form.HasSetAside);
        _form.BringBack();
        Assert.Equal(("valley", "3"), (_form.Draft[StudyField.Objective], _form.Draft[StudyField.Trials]));
    }

    [Fact]
    public void Changes_to_a_ready_made_study_stay_while_the_visitor_looks_at_another_page()
    {
        _form.Open(Bowl);
        _form.Type(StudyField.Trials, "2");

        _form.Open(Bowl);
        Assert.Equal("2", _form.Draft[StudyField.Trials]);
        _form.Open();
        Assert.Equal("2", _form.Draft[StudyField.Trials]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_a_ready_made_study_a_new_study_is_the_usual_one(bool started)
    {
        _form.Open(Bowl);
        if (started)
            _form.MarkStarted();

        _form.Open();

        Assert.Equal("valley", _form.Draft[StudyField.Objective]);
        Assert.False(_form.IsEdited);
        Assert.False(_form.HasSetAside);
    }

    [Theory]
    [InlineData(StudyField.Name, " ", "Give the study a name.")]
    [InlineData(StudyField.Trials, "1000000000", "1,000,000,000 trials are too many: at most 100,000 are allowed.")]
    [InlineData(StudyField.Trials, "99999999999", "99,999,999,999 trials are too many: at most 100,000 are allowed.")]
    [InlineData(StudyField.Trials, "0", "There must be at least 1: 0 trials are not possible.")]
    [InlineData(StudyField.Trials, "many", "\"many\" is not a whole number.")]
    [InlineData(StudyField.Trials, "", "Give the number of trials.")]
    [InlineData(StudyField.MaxEpochs, "2.5", "\"2.5\" is not a whole number.")]
    [InlineData(StudyField.Trials, "2,5", "\"2,5\" is not a whole number.")]
    [InlineData(StudyField.Trials, "1,000", "\"1,000\" is not a whole number: write 1000.")]
    [InlineData(StudyField.Workers, "65", "65 workers are too many: at most 64 are allowed.")]
    [InlineData(StudyField.Seed, "", "Give a whole number, such as 0: the same seed repeats the same study.")]
    [InlineData(StudyField.TimeLimit, "0", "A limit of time must be above 0 seconds.")]
    [InlineData(StudyField.TimeLimit, "31 days", "The limit is too long: at most 2,592,000 seconds (30 days) are allowed.")]
    [InlineData(StudyField.TargetError, "low", "\"low\" is not a number.")]
    [InlineData(StudyField.TrialTimeout, "soon", "\"soon\" is not a time: write seconds, or something like 90 s, 10 min or 1 h 30 min.")]
    public void Each_problem_stands_at_its_field_and_nothing_can_be_started(StudyField field, string text, string problem)
    {
        _form.Type(field, text);

        Assert.Equal(new KeyValuePair<StudyField, string>(field, problem), Assert.Single(_form.Reading.Problems));
        Assert.Null(_form.Reading.Definition);
        Assert.Equal(1, _form.ProblemCount);
        Assert.Equal(text, _form.Draft[field]);
    }

    [Fact]
    public void All_fields_reach_the_definition()
    {
        _form.Type(StudyField.Name, " A name ");
        _form.Type(StudyField.Trials, "20");
        _form.Type(StudyField.Workers, "4");
        _form.Type(StudyField.Seed, "-7");
        _form.Type(StudyField.TimeLimit, "10 min");
        _form.Type(StudyField.TargetError, "0.1");
        _form.Type(StudyField.TrialTimeout, "90");

        var definition = _form.Reading.Definition!;
        Assert.Equal(("A name", 4, -7L, 90.0), (definition.Name, definition.Workers, definition.Seed, definition.TrialTimeoutSeconds));
        Assert.Equal(new StopCriteria(20, 600, 0.1), definition.Stop);
    }

    [Fact]
    public void Says_that_the_time_of_recorded_learning_curves_is_simulated()
    {
        _form.ChooseObjective("recorded");

        Assert.Contains(
            "Its time is simulated: every time shown and every limit is what real training would take, and the study itself is over in moments.",
            _form.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_in_words_what_will_happen()
    {
        Assert.Equal("5 trials of Valley, up to 10 epochs each, on 1 worker. The first trial has learning_rate=0.1, batch_size=128.", _form.Summary);

        _form.Space.UseInitial(false);
        _form.Type(StudyField.Trials, "1000");
        _form.Type(StudyField.MaxEpochs, "1");
        _form.Type(StudyField.Workers, "4");
        _form.Type(StudyField.TimeLimit, "600");
        _form.Type(StudyField.TargetError, "0.1");
        _form.Type(StudyField.TrialTimeout, "30");

        Assert.Equal(
            "1,000 trials of Valley, up to 1 epoch each, on 4 workers. Ends early after 10 minutes or at an error of 0.1. A trial that takes longer than 30 seconds is given up.",
            _form.Summary);
    }

    [Fact]
    public void A_batch_larger_than_the_data_is_said_at_the_bound_of_the_batch_size()
    {
        _form.Space.Type(Spaces.BatchSize, SpaceField.Upper, "5000");

        Assert.Equal("batch_size.upper", Assert.Single(_form.Reading.Objections).Path);
        Assert.Null(_form.Reading.Definition);
        Assert.Equal(1, _form.ProblemCount);
    }

    [Fact]
    public void What_was_not_touched_follows_the_objective()
    {
        _form.ChooseObjective("bowl");

        Assert.Equal("Bowl", _form.Draft[StudyField.Name]);
        Assert.Equal("1", _form.Draft[StudyField.MaxEpochs]);
        Assert.True(_form.Space.Is(Catalogs.BowlSpace, Catalogs.BowlInitial));
        Assert.False(_form.OffersSpace);
        Assert.NotNull(_form.Reading.Definition);
    }

    [Fact]
    public void What_was_typed_stays_and_the_objectives_space_is_offered()
    {
        _form.Type(StudyField.Name, "Mine");
        _form.Type(StudyField.MaxEpochs, "3");
        _form.Space.Type(Spaces.LearningRate, SpaceField.Upper, "0.5");

        _form.ChooseObjective("bowl");

        Assert.Equal("Mine", _form.Draft[StudyField.Name]);
        Assert.Equal("3", _form.Draft[StudyField.MaxEpochs]);
        Assert.Equal("0.5", _form.Space.Draft.Find(Spaces.LearningRate)!.Text.Upper);
        Assert.True(_form.OffersSpace);

        _form.TakeOfferedSpace();
        Assert.True(_form.Space.Is(Catalogs.BowlSpace, Catalogs.BowlInitial));
        Assert.False(_form.OffersSpace);

        _form.Space.Undo();
        Assert.Equal("0.5", _form.Space.Draft.Find(Spaces.LearningRate)!.Text.Upper);
    }

    [Fact]
    public void The_offered_space_can_be_declined()
    {
        _form.Space.Add(NewHyperparameter.Free(_form.Space.Draft));
        _form.ChooseObjective("bowl");

        _form.DeclineOfferedSpace();

        Assert.False(_form.OffersSpace);
        Assert.Equal(3, _form.Space.Draft.Rows.Length);
    }

    [Fact]
    public void What_starting_finds_stands_at_its_field_until_the_next_change()
    {
        _form.Refuse([new Problem("stop.trials", "Too many."), new Problem("space.batch_size.upper", "Too large."), new Problem("version", "Too old.")]);

        Assert.Equal("Too many.", _form.Reading.Problems[StudyField.Trials]);
        Assert.Equal("batch_size.upper", Assert.Single(_form.Reading.Objections).Path);
        Assert.Equal(3, _form.ProblemCount);

        _form.Type(StudyField.Trials, "4");
        Assert.Equal(0, _form.ProblemCount);
    }

    [Fact]
    public void The_example_can_be_had_again_and_what_it_replaced_too()
    {
        _form.Type(StudyField.Trials, "20");
        _form.Space.Remove(Spaces.BatchSize);
        Assert.True(_form.IsEdited);

        _form.SetAside();
        Assert.False(_form.IsEdited);
        Assert.True(_form.HasSetAside);

        _form.BringBack();
        Assert.Equal("20", _form.Draft[StudyField.Trials]);
        Assert.Single(_form.Space.Draft.Rows);
        Assert.True(_form.IsEdited);
    }

    [Fact]
    public void What_was_edited_is_kept_as_JSON_and_filled_in_again()
    {
        Assert.Null(_form.Keep());
        _form.Type(StudyField.Searcher, "evolution");
        _form.Type(StudyField.Searcher, _form.Searcher.Parameters[0], "twenty");
        _form.Type(StudyField.Trials, "2,5");
        _form.Space.SetType(Spaces.BatchSize, DomainType.Choice);
        _form.Space.Type(Spaces.LearningRate, SpaceField.Lower, "abc");

        var kept = JsonSerializer.Deserialize<KeptStudyForm>(JsonSerializer.Serialize(_form.Keep()))!;
        var other = new StudyForm(_form.Catalog);
        other.Restore(kept, _ => null);

        Assert.True(other.Draft.IsSame(_form.Draft));
        Assert.Equal(_form.Space.Draft.Rows.Select(row => (row.Id, row.Name, row.Type, row.Text)), other.Space.Draft.Rows.Select(row => (row.Id, row.Name, row.Type, row.Text)));
        Assert.Equal(_form.ProblemCount, other.ProblemCount);
        other.SetAside();
        Assert.False(other.IsEdited);
    }

    [Fact]
    public void JSON_that_cannot_be_understood_is_kept_too()
    {
        _form.Type(StudyField.Trials, "7");
        _form.Space.TypeJson("{ oops");
        var other = new StudyForm(_form.Catalog);

        other.Restore(_form.Keep()!, _ => null);

        Assert.Equal("{ oops", other.Space.Document.Json);
    }
}
