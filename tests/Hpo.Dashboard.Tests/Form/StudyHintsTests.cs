using Hpo.Dashboard.Models.Form;
using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;
using Hpo.Studies.Classes;
using Hpo.Training.Data;

namespace Hpo.Dashboard.Tests.Form;

public sealed class StudyHintsTests
{
    private static readonly StudyCatalog Standard = Hpo.Catalog.StandardCatalog.Create(new FashionMnistSource());

    private static StudyHints For(string objective, ClassLimits? limits = null) => new(Standard.Objectives.Get(objective), limits, cores: 2);

    [Theory]
    [InlineData("lenet", "-1", "Never reached: no error of LeNet on Fashion-MNIST is below 0.")]
    [InlineData("lenet", "2", "Reached by the first trial: no error of LeNet on Fashion-MNIST is above 1.")]
    [InlineData("lenet", "0.1", null)]
    [InlineData("lenet", "low", null)]
    [InlineData("lenet", "", null)]
    [InlineData("recorded-lenet", "1.5", "Reached by the first trial: no error of Recorded LeNet is above 1.")]
    [InlineData("branin", "0.3", "Never reached: no error of Branin is below 0.397887.")]
    [InlineData("branin", "100", null)]
    [InlineData("six-hump-camel", "-1", null)]
    public void A_target_that_the_objective_cannot_miss_or_reach_is_said(string objective, string target, string? caution) =>
        Assert.Equal(caution, For(objective).Caution(StudyField.TargetError, target));

    [Theory]
    [InlineData("lenet", "64", "This machine has 2 cores: more workers make each of them slower, and the study no faster.")]
    [InlineData("lenet", "2", null)]
    [InlineData("recorded-lenet", "64", null)]
    [InlineData("synthetic", "64", null)]
    public void More_workers_than_cores_are_said_where_they_compute(string objective, string workers, string? caution) =>
        Assert.Equal(caution, For(objective).Caution(StudyField.Workers, workers));

    [Fact]
    public void A_students_limits_stand_at_the_fields_before_anything_is_typed()
    {
        var hints = For("lenet", new ClassLimits());

        Assert.Equal("Configurations to try, at most 50.", hints.Hint(StudyField.Trials, "5"));
        Assert.Equal("At the same time, at most 2.", hints.Hint(StudyField.Workers, "1"));
        Assert.Equal("At most 10 minutes.", hints.Hint(StudyField.TimeLimit, ""));
        Assert.Equal("10 minutes", hints.Placeholder(StudyField.TimeLimit));
    }

    [Fact]
    public void Others_are_told_of_no_limits()
    {
        var hints = For("lenet");

        Assert.Equal("Configurations to try.", hints.Hint(StudyField.Trials, "5"));
        Assert.Equal(("Such as 10 min.", "none"), (hints.Hint(StudyField.TimeLimit, ""), hints.Placeholder(StudyField.TimeLimit)));
    }

    [Fact]
    public void The_bounds_of_an_objective_that_is_held_back_are_its_own()
    {
        var paced = new PacedObjective(new Branin(), TimeSpan.FromSeconds(1));

        Assert.Equal((new Branin().KnownMinimum, null), (paced.SmallestError, paced.LargestError));
    }
}
