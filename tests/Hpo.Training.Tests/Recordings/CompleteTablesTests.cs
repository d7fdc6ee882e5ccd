using Hpo.Training.Recordings;

namespace Hpo.Training.Tests.Recordings;

/// <summary>What the shipped tables contain at least.</summary>
public class CompleteTablesTests
{
    [Fact]
    public void Two_hundred_LeNets_are_recorded_for_ten_epochs_and_thirty_of_them_with_three_seeds()
    {
        var table = RecordedTables.LeNet;
        Assert.True(table.Description.Epochs >= 10);
        Assert.True(table.Configurations >= 200);
        Assert.True(table.Curves.GroupBy(curve => curve.Configuration).Count(replicates => replicates.Count() >= 3) >= 30);
        Assert.Empty(RecordedTables.Read("lenet").Missing());
    }

    [Fact]
    public void LeNets_held_out_are_predicted_in_the_right_order_and_nearly_as_well_as_seeds_agree()
    {
        var error = RecordedTables.LeNet.HeldOutError;
        Assert.InRange(error.RankCorrelation, 0.5, 1);
        Assert.InRange(error.MedianAbsoluteError, 0, 0.02);
        Assert.NotNull(error.SeedDifference);
    }

    [Fact]
    public void Two_hundred_dropout_MLPs_are_recorded_for_twenty_epochs_and_twenty_of_them_with_two_seeds()
    {
        var table = RecordedTables.DropoutMlp;
        Assert.True(table.Description.Epochs >= 20);
        Assert.True(table.Configurations >= 200);
        Assert.True(table.Curves.GroupBy(curve => curve.Configuration).Count(replicates => replicates.Count() >= 2) >= 20);
        Assert.Empty(RecordedTables.Read("dropout-mlp").Missing());
    }

    [Fact]
    public void Dropout_MLPs_held_out_are_predicted_in_the_right_order()
    {
        var error = RecordedTables.DropoutMlp.HeldOutError;
        Assert.InRange(error.RankCorrelation, 0.5, 1);
        Assert.InRange(error.MedianAbsoluteError, 0, 0.03);
        Assert.NotNull(error.SeedDifference);
    }
}
