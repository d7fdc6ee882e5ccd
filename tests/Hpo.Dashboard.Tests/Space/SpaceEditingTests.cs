using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Space;
using static Hpo.Dashboard.Tests.Space.Spaces;

namespace Hpo.Dashboard.Tests.Space;

public sealed class SpaceEditingTests
{
    private readonly SpaceEditing _editing = Editing();

    private IEnumerable<string> Names => _editing.Draft.Rows.Select(row => row.Name);

    [Fact]
    public void Starts_as_the_space_it_was_given()
    {
        Assert.True(_editing.IsSound);
        Assert.Equal(LeNet, _editing.Reading.Space);
        Assert.Equal(Initial, _editing.Reading.Initial);
        Assert.True(_editing.Is(LeNet, Initial));
    }

    [Fact]
    public void A_new_hyperparameter_has_a_name_of_its_own_and_is_sound()
    {
        _editing.Add(NewHyperparameter.Free(_editing.Draft));
        _editing.Add(NewHyperparameter.Free(_editing.Draft));

        Assert.Equal(["learning_rate", "batch_size", "parameter_1", "parameter_2"], Names);
        Assert.True(_editing.IsSound);
    }

    [Fact]
    public void Moves_rows_and_stops_at_the_ends()
    {
        _editing.MoveDown(LearningRate);
        Assert.Equal(["batch_size", "learning_rate"], Names);
        Assert.Equal(["batch_size", "learning_rate"], _editing.Reading.Initial!.Keys);

        _editing.MoveDown(LearningRate);
        _editing.MoveUp(BatchSize);
        Assert.Equal("move learning_rate down", _editing.UndoWhat);
    }

    [Fact]
    public void Undo_and_redo_go_through_every_change()
    {
        _editing.Remove(BatchSize);
        _editing.SetType(LearningRate, DomainType.Uniform);
        Assert.Equal("change the domain of learning_rate", _editing.UndoWhat);

        _editing.Undo();
        _editing.Undo();
        Assert.Equal(LeNet, _editing.Reading.Space);
        Assert.Null(_editing.UndoWhat);
        Assert.Equal("remove batch_size", _editing.RedoWhat);

        _editing.Redo();
        _editing.Redo();
        Assert.Equal(new Uniform(0.01, 1), Assert.Single(_editing.Reading.Space!.Parameters).Domain);
        Assert.Null(_editing.RedoWhat);
    }

    [Fact]
    public void The_letters_typed_into_one_field_are_undone_together_until_it_is_left()
    {
        _editing.Type(LearningRate, SpaceField.Upper, "");
        _editing.Type(LearningRate, SpaceField.Upper, "5");
        _editing.EndTyping();
        _editing.Type(LearningRate, SpaceField.Upper, "50");

        _editing.Undo();
        Assert.Equal("5", _editing.Draft.Find(LearningRate)!.Text.Upper);
        _editing.Undo();
        Assert.Equal("1", _editing.Draft.Find(LearningRate)!.Text.Upper);
    }

    [Fact]
    public void Nothing_typed_is_lost_however_wrong_it_is()
    {
        _editing.Type(LearningRate, SpaceField.Lower, "abc");
        _editing.MoveDown(LearningRate);
        _editing.Add(NewHyperparameter.Free(_editing.Draft));

        Assert.Equal("abc", _editing.Draft.Find(LearningRate)!.Text.Lower);
        Assert.False(_editing.IsSound);
        Assert.Null(_editing.Reading.Space);
    }

    [Fact]
    public void A_name_used_twice_is_said_at_the_second()
    {
        _editing.Type(BatchSize, SpaceField.Name, "learning_rate");

        Assert.Empty(_editing.Reading.Rows[0].Problems);
        Assert.Equal("The name learning_rate is used twice.", _editing.Reading.Rows[1].Problems[SpaceField.Name]);
    }

    [Fact]
    public void An_empty_space_is_said_as_such()
    {
        _editing.Remove(LearningRate);
        _editing.Remove(BatchSize);

        Assert.Equal("The space is empty: add at least one hyperparameter.", _editing.Reading.Problem);
        Assert.False(_editing.IsSound);
    }

    [Fact]
    public void Without_initial_values_they_are_not_judged_and_not_lost()
    {
        _editing.Type(LearningRate, SpaceField.Initial, "5");
        Assert.False(_editing.IsSound);

        _editing.UseInitial(false);
        Assert.True(_editing.IsSound);
        Assert.Null(_editing.Reading.Initial);

        _editing.UseInitial(true);
        Assert.Equal("5", _editing.Draft.Find(LearningRate)!.Text.Initial);
    }

    [Fact]
    public void Another_space_can_take_the_place_of_this_one_and_undo_brings_it_back()
    {
        _editing.Type(LearningRate, SpaceField.Upper, "0.5");

        _editing.Replace(new ConfigSpace(("x", new Uniform(0, 1))), null, "take another space");
        Assert.Equal(["x"], Names);
        Assert.False(_editing.Draft.UsesInitial);

        _editing.Undo();
        Assert.Equal("0.5", _editing.Draft.Find(LearningRate)!.Text.Upper);
    }

    [Fact]
    public void Typing_what_is_there_already_is_no_change()
    {
        _editing.Type(LearningRate, SpaceField.Upper, "1");
        _editing.SetType(LearningRate, DomainType.LogUniform);
        _editing.UseInitial(true);

        Assert.Null(_editing.UndoWhat);
    }
}
