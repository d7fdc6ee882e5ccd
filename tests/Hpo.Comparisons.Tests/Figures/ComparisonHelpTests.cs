using Hpo.Comparisons.Figures;

namespace Hpo.Comparisons.Tests.Figures;

public class ComparisonHelpTests
{
    [Fact]
    public void Every_topic_has_a_title_of_its_own_and_a_short_text()
    {
        Assert.Equal(ComparisonHelp.Topics.Count, ComparisonHelp.Topics.Select(topic => topic.Title).Distinct().Count());
        Assert.All(ComparisonHelp.Topics, topic => Assert.InRange(topic.Text.Length, 80, 800));
    }
}
