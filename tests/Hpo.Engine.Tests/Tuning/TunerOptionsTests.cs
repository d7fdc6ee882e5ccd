using Hpo.Engine.Objectives;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

public class TunerOptionsTests
{
    public static TheoryData<TunerOptions> Bad =>
    [
        new TunerOptions { Workers = 0 },
        new TunerOptions { MaxEpochs = 0 },
        new TunerOptions { TimeLimit = TimeSpan.Zero },
        new TunerOptions { TimeLimit = TimeSpan.FromSeconds(-1) },
        new TunerOptions { TimeLimit = TimeSpan.MaxValue },
        new TunerOptions { TrialTimeout = TimeSpan.Zero },
        new TunerOptions { TrialTimeout = TimeSpan.FromDays(50) },
        new TunerOptions { TargetError = double.NaN },
    ];

    [Theory, MemberData(nameof(Bad))]
    public void Bad_options_are_refused_before_anything_starts(TunerOptions options)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Tuner(options));
    }

    [Fact]
    public void The_longest_limits_can_be_waited_for()
    {
        var tuner = Tuner(new TunerOptions { TimeLimit = TunerOptions.LongestLimit, TrialTimeout = TunerOptions.LongestLimit });
        tuner.Run(1);
        Assert.Equal(TrialStatus.Completed, Assert.Single(tuner.Records).Status);
    }

    [Fact]
    public void The_number_of_epochs_is_the_objectives_unless_another_is_asked_for()
    {
        Assert.Equal(10, EpochsWith(new TunerOptions()));
        Assert.Equal(3, EpochsWith(new TunerOptions { MaxEpochs = 3 }));

        static int EpochsWith(TunerOptions options)
        {
            var events = new EventRecorder();
            new HpoTuner(new ScriptedScheduler { OnSuggest = Suggest }, new SyntheticCurve(), options, events.Add).Run(1);
            return events.Of<EpochReported>().Count;
        }

        static Hpo.Engine.Schedulers.Decision Suggest(int? trialId) =>
            trialId is null ? new Hpo.Engine.Schedulers.Decision.Exhausted("done") : new Hpo.Engine.Schedulers.Decision.Start(new SyntheticCurve().DefaultConfiguration, "default");
    }

    [Fact]
    public void A_tuner_runs_once()
    {
        var tuner = Tuner();
        Assert.Throws<ArgumentOutOfRangeException>(() => tuner.Run(0));
        tuner.Run(1);
        Assert.Equal("A tuner runs once: make a new one.", Assert.Throws<InvalidOperationException>(() => tuner.Run(1)).Message);
        Assert.Single(tuner.Records);
    }

    private static HpoTuner Tuner(TunerOptions? options = null) =>
        new(new ScriptedScheduler(), new FunctionObjective("f", TestSpaces.Line, TestSpaces.At(0), _ => 0.5), options);
}
