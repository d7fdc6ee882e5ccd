using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Tuning;

public class TrialStatusRulesTests
{
    [Theory]
    [InlineData(TrialStatus.Running, false, false, false)]
    [InlineData(TrialStatus.Paused, false, false, true)]
    [InlineData(TrialStatus.Completed, true, false, true)]
    [InlineData(TrialStatus.Stopped, true, false, true)]
    [InlineData(TrialStatus.NotANumber, true, true, false)]
    [InlineData(TrialStatus.Infinite, true, true, false)]
    [InlineData(TrialStatus.Failed, true, true, false)]
    [InlineData(TrialStatus.TimedOut, true, true, false)]
    [InlineData(TrialStatus.Cancelled, true, false, false)]
    [InlineData(TrialStatus.Interrupted, true, false, false)]
    public void Every_status_has_its_meaning(TrialStatus status, bool isFinal, bool isFailure, bool handsInError)
    {
        Assert.Equal((isFinal, isFailure, handsInError), (status.IsFinal(), status.IsFailure(), status.HandsInError()));
    }

    [Theory]
    [InlineData(0.5, null, true)]
    [InlineData(0.5, 0.6, true)]
    [InlineData(0.5, 0.5, false)]
    [InlineData(0.6, 0.5, false)]
    [InlineData(double.NaN, null, false)]
    [InlineData(double.NaN, 0.5, false)]
    [InlineData(double.NegativeInfinity, 0.5, false)]
    [InlineData(double.PositiveInfinity, null, false)]
    public void Only_a_strictly_smaller_finite_error_is_better(double error, double? incumbentError, bool improves)
    {
        Assert.Equal(improves, TrialStatusRules.Improves(error, incumbentError));
    }
}
