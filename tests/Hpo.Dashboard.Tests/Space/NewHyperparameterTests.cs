using Hpo.Dashboard.Models.Space;
using Hpo.Dashboard.Tests.Form;
using Hpo.Engine.Objectives;
using Hpo.Training.Data;
using Hpo.Training.Objectives;

namespace Hpo.Dashboard.Tests.Space;

public sealed class NewHyperparameterTests
{
    private static readonly Objective LeNet = new LeNetObjective(new FashionMnistSource());

    private static SpaceEditing Editing(Objective objective) => new(objective.DefaultSpace, objective.DefaultConfiguration);

    [Fact]
    public void An_objective_that_takes_no_other_gets_none() => Assert.Null(NewHyperparameter.For(LeNet, Editing(LeNet).Draft));

    [Fact]
    public void One_that_is_missing_comes_back_as_the_objective_has_it()
    {
        var editing = Editing(LeNet);
        editing.Remove(editing.Draft.Rows[0].Id);

        editing.Add(NewHyperparameter.For(LeNet, editing.Draft)!);

        Assert.Equal("add learning_rate", editing.UndoWhat);
        Assert.Equal(LeNet.DefaultSpace.Parameters[0], editing.Reading.Space!.Parameters[1]);
        Assert.Empty(LeNet.CheckSpace(editing.Reading.Space));
        Assert.Equal(LeNet.DefaultConfiguration["learning_rate"], editing.Reading.Initial!["learning_rate"]);
    }

    [Fact]
    public void An_objective_that_takes_any_gets_one_that_is_right_at_once()
    {
        var valley = new ValleyObjective("Valley", Spaces.LeNet, Spaces.Initial, 10);
        var editing = Editing(valley);

        var added = NewHyperparameter.For(valley, editing.Draft)!;
        editing.Add(added);

        Assert.Equal(("parameter_1", true), (added.Parameter.Name, added.IsFree));
        Assert.True(editing.IsSound);
        Assert.Empty(valley.CheckSpace(editing.Reading.Space!));
    }
}
