using AngleSharp.Dom;
using Hpo.Dashboard.Components.Space;
using Hpo.Dashboard.Models.Space;
using Hpo.Dashboard.Tests.Mud;
using Hpo.Engine.Validation;

namespace Hpo.Dashboard.Tests.Space;

public sealed class SpaceEditorTests : ComponentTest
{
    private readonly SpaceEditing _editing = Spaces.Editing();
    private readonly List<string> _focused = [];
    private readonly IRenderedComponent<SpaceEditor> _editor;

    public SpaceEditorTests()
    {
        _editor = Render<SpaceEditor>(editor => editor.Add(it => it.Editing, _editing).Add(it => it.Focus, id =>
        {
            _focused.Add(id);
            return Task.CompletedTask;
        }));
    }

    private IElement Field(int row, SpaceField field) => _editor.Find("#" + SpaceIds.Field(row, field));

    private IElement Button(string name) =>
        _editor.FindAll("button").Single(button => (button.GetAttribute("aria-label") ?? button.TextContent).Trim() == name);

    private string Note(IElement field) =>
        string.Join(' ', field.GetAttribute("aria-describedby")!.Split(' ').Select(id => _editor.Find("#" + id).TextContent.Trim())).Trim();

    private void ShowJson() => Button("JSON").Click();

    [Fact]
    public void Every_field_has_a_label_and_shows_what_the_space_says()
    {
        Assert.Equal("learning_rate", Field(Spaces.LearningRate, SpaceField.Name).GetAttribute("value"));
        Assert.Equal("Log-uniform", Field(Spaces.LearningRate, SpaceField.Type).GetAttribute("value"));
        Assert.Equal("256", Field(Spaces.BatchSize, SpaceField.Upper).GetAttribute("value"));
        Assert.Equal("128", Field(Spaces.BatchSize, SpaceField.Initial).GetAttribute("value"));
        foreach (var field in _editor.FindAll("input[type=text]"))
            Assert.NotEmpty(_editor.Find($"label[for={field.Id}]").TextContent);
    }

    [Fact]
    public void The_upper_bound_of_integers_says_that_it_is_not_drawn()
    {
        var upper = Field(Spaces.BatchSize, SpaceField.Upper);

        Assert.Equal("To (excluded)", _editor.Find($"label[for={upper.Id}]").TextContent);
        Assert.Equal("Largest drawn: 255", Note(upper));

        upper.Input("129");
        Assert.Equal("Largest drawn: 128", Note(Field(Spaces.BatchSize, SpaceField.Upper)));
    }

    [Fact]
    public void A_mistake_is_said_beside_its_field_as_one_types_and_goes_as_one_corrects_it()
    {
        Field(Spaces.LearningRate, SpaceField.Lower).Input("2");
        var upper = Field(Spaces.LearningRate, SpaceField.Upper);
        Assert.Equal("true", upper.GetAttribute("aria-invalid"));
        Assert.Equal("The bounds are reversed: the upper bound 1 must be above the lower bound 2.", Note(upper));
        Assert.Contains("No picture", _editor.Find(".row .sketch").TextContent, StringComparison.Ordinal);

        Field(Spaces.LearningRate, SpaceField.Lower).Input("0.001");
        Assert.Equal("false", Field(Spaces.LearningRate, SpaceField.Upper).GetAttribute("aria-invalid"));
    }

    [Fact]
    public void What_is_no_number_stays_in_its_field()
    {
        Field(Spaces.LearningRate, SpaceField.Lower).Input("abc");

        var lower = Field(Spaces.LearningRate, SpaceField.Lower);
        Assert.Equal("abc", lower.GetAttribute("value"));
        Assert.Equal("\"abc\" is not a number.", Note(lower));
    }

    [Fact]
    public void An_initial_value_outside_the_space_is_said_at_the_initial_value()
    {
        Field(Spaces.BatchSize, SpaceField.Initial).Input("256");

        Assert.Equal("256 lies outside the range from 32 to 255.", Note(Field(Spaces.BatchSize, SpaceField.Initial)));
    }

    [Fact]
    public void Another_domain_brings_its_own_fields()
    {
        _editor.Choose(SpaceIds.Field(Spaces.BatchSize, SpaceField.Type), "Choice");

        Assert.Equal("32, 144, 255", Field(Spaces.BatchSize, SpaceField.Values).GetAttribute("value"));
        Assert.Empty(_editor.FindAll("#" + SpaceIds.Field(Spaces.BatchSize, SpaceField.Lower)));
        Field(Spaces.BatchSize, SpaceField.Values).Input("relu, tanh");
        Assert.Equal(["32 (not listed)", "relu", "tanh"], _editor.OptionsOf(SpaceIds.Field(Spaces.BatchSize, SpaceField.Initial)).Values);

        _editor.Choose(SpaceIds.Field(Spaces.BatchSize, SpaceField.Initial), "tanh");
        Assert.True(_editing.IsSound);
    }

    [Fact]
    public void The_picture_speaks_for_itself()
    {
        var picture = _editor.Find(".sketch svg[role=img]");

        Assert.Equal("Values from 0.01 to 1 on a log scale: every factor of ten is equally likely. Initial value 0.1.", picture.GetAttribute("aria-label"));
        Assert.Equal(["0.01", "1", "0.1"], picture.QuerySelectorAll("text").Select(text => text.TextContent));
    }

    [Fact]
    public void A_new_hyperparameter_takes_the_focus()
    {
        Button("Add a hyperparameter").Click();

        Assert.Equal(3, _editor.FindAll(".row").Count);
        Assert.Equal(SpaceIds.Field(3, SpaceField.Name), Assert.Single(_focused));
    }

    [Fact]
    public void A_hyperparameter_is_removed_and_undo_brings_it_back()
    {
        Button("Remove learning_rate").Click();
        Assert.Equal("Done: remove learning_rate. Undo brings it back.", _editor.Find("[role=status]").TextContent);
        Assert.Equal(SpaceIds.Field(Spaces.BatchSize, SpaceField.Name), Assert.Single(_focused));

        Assert.Equal("Undo: remove learning_rate", Button("Undo").GetAttribute("aria-description"));
        Button("Undo").Click();
        Assert.Equal(["learning_rate", "batch_size"], _editor.FindAll(".row").Select(row => row.GetAttribute("aria-label")));

        Button("Redo").Click();
        Assert.Single(_editor.FindAll(".row"));
    }

    [Fact]
    public void Rows_are_moved_and_the_ends_say_that_there_is_no_further()
    {
        Assert.Equal("true", Button("Move learning_rate up").GetAttribute("aria-disabled"));

        Button("Move learning_rate down").Click();

        Assert.Equal(["batch_size", "learning_rate"], _editor.FindAll(".row").Select(row => row.GetAttribute("aria-label")));
        Assert.Equal("true", Button("Move learning_rate down").GetAttribute("aria-disabled"));
    }

    [Fact]
    public void A_row_is_dragged_by_its_handle_alone_so_that_the_texts_of_its_fields_can_be_selected()
    {
        Assert.All(_editor.FindAll(".row"), row => Assert.False(row.HasAttribute("draggable")));
        Assert.Equal("true", Handle("learning_rate").GetAttribute("draggable"));

        Handle("learning_rate").DragStart();
        Row("batch_size").DragEnter();
        Assert.Contains("drop-target", Row("batch_size").ClassName, StringComparison.Ordinal);
        Row("batch_size").Drop();

        Assert.Equal(["batch_size", "learning_rate"], _editor.FindAll(".row").Select(row => row.GetAttribute("aria-label")));
        Assert.Equal("Done: move learning_rate.", _editor.Find("[role=status]").TextContent);
        Assert.DoesNotContain("drop-target", _editor.Markup, StringComparison.Ordinal);

        IElement Row(string name) => _editor.Find($".row[aria-label={name}]");
        IElement Handle(string name) => Row(name).QuerySelector("[data-drag-handle]")!;
    }

    [Fact]
    public void A_row_that_is_let_go_elsewhere_stays_where_it_was()
    {
        var handle = _editor.Find("[data-drag-handle]");
        handle.DragStart();
        _editor.FindAll(".row")[1].DragEnter();
        _editor.Find("[data-drag-handle]").DragEnd();

        Assert.Null(_editing.UndoWhat);
        Assert.DoesNotContain("drop-target", _editor.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_can_be_added_the_button_says_so_and_adds_nothing()
    {
        _editor.Render(editor => editor.Add(it => it.Addable, _ => null));

        var button = Button("There is no other hyperparameter to add");
        Assert.Equal("true", button.GetAttribute("aria-disabled"));
        button.Click();
        Assert.Equal(2, _editor.FindAll(".row").Count);
    }

    [Fact]
    public void The_JSON_is_in_step_with_the_form_in_both_directions()
    {
        Field(Spaces.LearningRate, SpaceField.Upper).Input("0.5");
        ShowJson();
        var json = _editor.Find("textarea").GetAttribute("value")!;
        Assert.Contains("\"upper\": 0.5", json, StringComparison.Ordinal);

        _editor.Find("textarea").Input(json.Replace("0.5", "0.25", StringComparison.Ordinal));
        Button("Form").Click();
        Assert.Equal("0.25", Field(Spaces.LearningRate, SpaceField.Upper).GetAttribute("value"));
    }

    [Fact]
    public void JSON_that_cannot_be_understood_is_kept_said_and_remembered_in_the_form()
    {
        ShowJson();
        _editor.Find("textarea").Input("{\n oops");
        Assert.Equal("true", _editor.Find("textarea").GetAttribute("aria-invalid"));
        Assert.Contains("Line 2, column 2: This is not JSON.", Note(_editor.Find("textarea")), StringComparison.Ordinal);

        Button("Form").Click();
        Assert.Contains("The JSON cannot be understood yet", _editor.Find(".notice").TextContent, StringComparison.Ordinal);

        Button("Show the JSON").Click();
        Assert.Equal("{\n oops", _editor.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void The_browser_is_told_how_long_the_JSON_may_be()
    {
        ShowJson();

        Assert.Equal("262144", _editor.Find("textarea").GetAttribute("data-limit"));
    }

    [Fact]
    public void An_objection_of_the_objective_stands_at_the_field_it_is_about()
    {
        _editor.Render(editor => editor.Add(it => it.Objections, [new Problem("batch_size.upper", "Too large."), new Problem("", "Something is missing.")]));

        Assert.Equal("Too large.", Note(Field(Spaces.BatchSize, SpaceField.Upper)));
        Assert.Equal("Something is missing.", _editor.Find(".editor > .whole-problem").TextContent);
        Assert.Equal(SpaceIds.Field(Spaces.BatchSize, SpaceField.Upper), _editor.Instance.ShowFirstProblem());
    }

    [Fact]
    public void The_initial_configuration_can_be_left_out()
    {
        _editor.Find("input[type=checkbox]").Change(false);

        Assert.Empty(_editor.FindAll("#" + SpaceIds.Field(Spaces.LearningRate, SpaceField.Initial)));
        Assert.Null(_editing.Reading.Initial);
        Assert.True(_editing.IsSound);
    }

    [Fact]
    public void The_first_problem_is_found_in_the_order_of_the_page()
    {
        Assert.Null(_editor.Instance.ShowFirstProblem());

        Field(Spaces.BatchSize, SpaceField.Name).Input("");
        Field(Spaces.LearningRate, SpaceField.Initial).Input("7");

        Assert.Equal(SpaceIds.Field(Spaces.LearningRate, SpaceField.Initial), _editor.Instance.ShowFirstProblem());
    }
}
