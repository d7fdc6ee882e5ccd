using Hpo.Engine.Objectives.Recorded;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Tests.Objectives.Recorded;

public class LearningCurveTableTests
{
    private static readonly LearningCurve Good = new(MadeUpTable.Default, [0.5, 0.4, 0.3, 0.2, 0.2, 0.2], [1, 1, 1, 1, 1, 1]);
    private static readonly LearningCurve Other = Good with { Configuration = MadeUpTable.Of(0.2, 64) };

    [Fact]
    public void Configurations_are_counted_once_and_trainings_each()
    {
        var table = MadeUpTable.Create(configurations: 10, repeated: 4, replicates: 3);
        Assert.Equal((10, 18), (table.Configurations, table.Curves.Count));
    }

    [Fact]
    public void A_training_that_diverged_ends_early() =>
        Assert.Equal(3, new LearningCurveTable(MadeUpTable.Description, [Good, Other, Good with { Errors = [0.5, double.NaN], Seconds = [1, 1] }]).Curves.Count);

    public static TheoryData<string, LearningCurve> Unsound => new()
    {
        { "configuration.learning_rate", Good with { Configuration = MadeUpTable.Of(2, 64) } },
        { "errors", Good with { Errors = [0.5, 0.4], Seconds = [1, 1] } },
        { "errors", Good with { Errors = [], Seconds = [] } },
        { "errors", Good with { Errors = [0.5, 0.4, 0.3, 0.2, 0.2, 1.2] } },
        { "errors", Good with { Errors = [0.5, 0.4, double.NaN, 0.2, 0.2, 0.2] } },
        { "errors", Good with { Errors = [0.5, 0.4, 0.3, 0.2, 0.2, 0.2, 0.2], Seconds = [1, 1, 1, 1, 1, 1, 1] } },
        { "seconds", Good with { Seconds = [1, 1, 1, 1, 1] } },
        { "seconds", Good with { Seconds = [1, 1, 1, 1, 1, 0] } },
        { "seconds", Good with { Seconds = [1, 1, 1, 1, 1, double.NaN] } },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void A_curve_that_is_not_what_the_description_says_is_refused(string path, LearningCurve curve) =>
        Assert.Equal([$"curves[2].{path}"], Problems([Good, Other, curve]));

    [Fact]
    public void A_table_needs_two_configurations_that_learn()
    {
        var collapsed = Other with { Errors = [0.5, 0.4, 0.3, 0.2, 0.2, 0.9] };
        Assert.Equal(["curves"], Problems([Good, Good, collapsed]));
        Assert.Equal(["curves"], Problems([]));
    }

    [Fact]
    public void A_default_outside_the_space_is_refused() => Assert.Equal(
        ["default.batch_size"],
        Assert.Throws<InvalidInputException>(
            () => new LearningCurveTable(MadeUpTable.Description with { Default = MadeUpTable.Of(0.1, 256) }, [Good, Other])).Problems.Select(problem => problem.Path));

    private static IEnumerable<string> Problems(LearningCurve[] curves) =>
        Assert.Throws<InvalidInputException>(() => new LearningCurveTable(MadeUpTable.Description, curves)).Problems.Select(problem => problem.Path);
}
