using Hpo.Dashboard.Models.Steering;
using Hpo.Dashboard.Tests.Studies;
using Hpo.Engine.Tuning;

namespace Hpo.Dashboard.Tests.Steering;

public class SteeringTextTests
{
    [Fact]
    public void Every_step_has_its_own_words()
    {
        StudyEvent[] steps =
        [
            new PauseRequested(TimeSpan.Zero), new StudyPaused(TimeSpan.Zero), new StudyContinued(TimeSpan.Zero), new StopRequested(TimeSpan.Zero),
            new StopWithdrawn(TimeSpan.Zero), new NumberOfTrialsChanged(TimeSpan.Zero, 7), new WorkersChanged(TimeSpan.Zero, 3),
            new ConfigurationEnqueued(TimeSpan.Zero, 0, StudyStory.Configuration(0.5), 7), new ConfigurationWithdrawn(TimeSpan.Zero, 0, 7),
            new TrialStopRequested(TimeSpan.Zero, 12),
        ];
        var words = steps.Select(SteeringText.Describe).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.Equal("Asked trial 12 to end.", words[^1]);
        Assert.Contains("learning_rate=0.5", words[7], StringComparison.Ordinal);
    }
}
