using Hpo.Engine.Trials;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;

namespace Hpo.Studies.Tests.Wording;

public sealed class ErrorWordsTests
{
    [Theory]
    [InlineData(TrialStatus.Completed, "0.1043 after epoch 9; 0.1087 at the end")]
    [InlineData(TrialStatus.Stopped, "0.1043 after epoch 9; 0.1087 at the end")]
    [InlineData(TrialStatus.Running, "0.1043 after epoch 9; 0.1087 now")]
    [InlineData(TrialStatus.Paused, "0.1043 after epoch 9; 0.1087 now")]
    [InlineData(TrialStatus.Lost, "0.1043 after epoch 9; 0.1087 now")]
    [InlineData(TrialStatus.Cancelled, "0.1043 after epoch 9; 0.1087 when cancelled")]
    [InlineData(TrialStatus.Interrupted, "0.1043 after epoch 9; 0.1087 when interrupted")]
    [InlineData(TrialStatus.NotANumber, "0.1043 after epoch 9; then diverged (NaN)")]
    [InlineData(TrialStatus.TimedOut, "0.1043 after epoch 9; then timed out")]
    public void A_trial_that_became_worse_says_both_errors(TrialStatus status, string words) =>
        Assert.Equal(words, ErrorWords.Of(Trial(status, best: 0, (9, 0.1043), (27, 0.1087))));

    [Theory]
    [InlineData(TrialStatus.Completed)]
    [InlineData(TrialStatus.Paused)]
    [InlineData(TrialStatus.Cancelled)]
    public void A_trial_whose_last_error_counts_says_one(TrialStatus status)
    {
        Assert.Equal("0.1043", ErrorWords.Of(Trial(status, best: 1, (3, 0.2), (9, 0.1043))));
        // as good as before: nothing is gained by saying it twice
        Assert.Equal("0.1043", ErrorWords.Of(Trial(status, best: 0, (3, 0.1043), (9, 0.1043))));
    }

    [Fact]
    public void A_trial_that_has_handed_in_nothing_says_its_last_report_if_there_is_one()
    {
        Assert.Equal("0.1087", ErrorWords.Of(Trial(TrialStatus.Running, null, (1, 0.1087))));
        Assert.Equal("–", ErrorWords.Of(Trial(TrialStatus.Running, null)));
        Assert.Equal("–", ErrorWords.Of(Trial(TrialStatus.Failed, null, (1, 0.1087))));
    }

    private static TrialView Trial(TrialStatus status, int? best, params (int Epoch, double Error)[] reports)
    {
        EpochPoint[] curve = [.. reports.Select(report => new EpochPoint(report.Epoch, report.Error, TimeSpan.Zero))];
        return new TrialView
        {
            Id = 0,
            Configuration = new(("x", 0.5)),
            Reason = "drawn at random",
            StartedAt = TimeSpan.Zero,
            Stretches = [],
            Status = status,
            Curve = [.. curve],
            Best = best is { } place ? curve[place] : null,
        };
    }
}
