using Hpo.Studies.Views;
using Hpo.Studies.Wording;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Wording;

public sealed class StudyKindTests
{
    [Fact]
    public void A_study_says_what_it_is_alike_on_its_page_and_in_a_list()
    {
        var kind = StudyKind.Of(Definition, Components);
        var summary = new StudySummary("a", "A study", DateTimeOffset.UnixEpoch, StudyStatus.Running, null, null, 0, 0, TimeSpan.Zero)
        {
            Objective = Definition.Objective.Type,
            Searcher = Definition.Searcher.Type,
            Scheduler = Definition.Scheduler.Type,
        };

        Assert.Equal(kind, StudyKind.Of(summary, Components));
        Assert.Equal(
            $"{Components.Objectives.Get(Definition.Objective.Type).Name} · {Components.Searchers.Get(Definition.Searcher.Type).Name} · {Components.Schedulers.Get(Definition.Scheduler.Type).Name}",
            kind.InWords);
    }

    [Fact]
    public void What_only_a_later_version_has_goes_by_its_type() =>
        Assert.Equal("telepathy", StudyKind.Of(Definition with { Searcher = new("telepathy") }, Components).Searcher);
}
