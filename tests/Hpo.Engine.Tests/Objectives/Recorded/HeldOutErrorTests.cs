using Hpo.Engine.Objectives.Recorded;

namespace Hpo.Engine.Tests.Objectives.Recorded;

public class HeldOutErrorTests
{
    [Fact]
    public void On_a_smooth_table_predictions_are_about_as_far_off_as_seeds_differ()
    {
        // without the cliff: on it a training is off by the whole height
        var smooth = MadeUpTable.Curves(80, 30, 3, MadeUpTable.Noise).Where(curve => !MadeUpTable.Collapses(curve.Configuration));
        var table = new LearningCurveTable(MadeUpTable.Description, smooth);
        var error = table.HeldOutError;

        Assert.Equal((10, table.Configurations, table.Curves.Count), (error.Folds, error.Configurations, error.Trainings));
        Assert.Equal(("A processor", "2026-11-25"), (error.Machine, error.Date));
        Assert.InRange(error.MeanAbsoluteError, 0.5 * error.SeedDifference!.Value, 1.5 * error.SeedDifference.Value);
        Assert.InRange(error.MedianAbsoluteError, 0, error.MeanAbsoluteError);
        Assert.InRange(error.RankCorrelation, 0.8, 1);
    }

    [Fact]
    public void What_is_held_out_is_not_known()
    {
        // an error that nothing but the training itself could tell
        var curves = MadeUpTable.Curves(40, 0, 1, 0).Select((curve, i) => i == 17 ? curve with { Errors = [0.8, 0.8, 0.8, 0.8, 0.8, 0.8] } : curve);
        var table = new LearningCurveTable(MadeUpTable.Description, curves);
        var same = new LearningCurveTable(MadeUpTable.Description, MadeUpTable.Curves(40, 0, 1, 0));
        Assert.True(table.HeldOutError.MeanAbsoluteError > same.HeldOutError.MeanAbsoluteError + (0.4 / 40));
    }

    [Fact]
    public void The_difference_of_seeds_is_that_of_all_pairs_and_unknown_without_replicates()
    {
        LearningCurve Curve(int batchSize, double last) => new(MadeUpTable.Of(0.1, batchSize), [0.5, 0.4, 0.3, 0.2, 0.2, last], [1, 1, 1, 1, 1, 1]);
        LearningCurveTable Table(params LearningCurve[] curves) => new(MadeUpTable.Description, curves);

        var known = Table(Curve(64, 0.1), Curve(64, 0.16), Curve(64, 0.12), Curve(100, 0.12), Curve(100, 0.15), Curve(200, 0.12)).HeldOutError;
        // 0.06, 0.02 and 0.04 of one configuration, 0.03 of another
        Assert.Equal(0.0375, known.SeedDifference!.Value, 12);
        Assert.Equal(0.035, known.MedianSeedDifference!.Value, 12);
        var unknown = Table(Curve(64, 0.1), Curve(100, 0.12), Curve(200, 0.12)).HeldOutError;
        Assert.Equal((null, null), (unknown.SeedDifference, unknown.MedianSeedDifference));
    }

    [Fact]
    public void It_says_in_words_what_is_behind_a_prediction_and_how_far_it_is_off()
    {
        var error = new HeldOutError("any", 10, 0.0423, 0.008, 0.95, 0.0391, 0.0072, 200, 260, "any", "2026-11-25");
        Assert.Equal(
            "Predicted from 260 recorded trainings of 200 configurations. On configurations held out it is off by 0.042 on average and 0.008 in the median, "
            + "where two trainings with different seeds differ by 0.039 and 0.007.",
            error.InWords());
        Assert.EndsWith(
            "off by 0.042 on average and 0.008 in the median.", (error with { SeedDifference = null, MedianSeedDifference = null }).InWords(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 10, 20, 30, 40 }, 1)]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 40, 30, 20, 10 }, -1)]
    // 1 − 6 Σd²/(n³ − n) with d = 1, 1, 0, 0, 0
    [InlineData(new double[] { 1, 2, 3, 4, 5 }, new double[] { 2, 1, 3, 4, 5 }, 0.9)]
    // ranks 1.5, 1.5, 3 against 1, 2, 3
    [InlineData(new double[] { 7, 7, 9 }, new double[] { 1, 2, 3 }, 0.8660254037844387)]
    public void Ranks_correlate_as_Spearman_says(double[] first, double[] second, double expected) =>
        Assert.Equal(expected, RankCorrelation.Of(first, second), 12);
}
