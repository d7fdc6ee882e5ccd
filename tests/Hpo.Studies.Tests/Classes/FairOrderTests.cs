using FsCheck.Fluent;
using Hpo.Studies.Classes;
using Hpo.Studies.Tests.Hostile;

namespace Hpo.Studies.Tests.Classes;

public sealed class FairOrderTests
{
    private static readonly Dictionary<string, DateTimeOffset> Nobody = [];

    [Fact]
    public void Everybodys_first_study_comes_before_anybodys_second() =>
        Assert.Equal(["a1", "b1", "c1", "a2", "b2", "a3"], Order(Nobody, "a1", "a2", "a3", "b1", "b2", "c1"));

    [Fact]
    public void Who_was_served_longest_ago_comes_first() =>
        Assert.Equal(["c1", "b1", "a1"], Order(new() { ["a"] = At(9), ["b"] = At(5) }, "a1", "b1", "c1"));

    [Fact]
    public void Whoever_waits_and_however_often_nobody_gets_two_studies_more_than_another_who_waits() => HostileText.Holds(
        Gen.Choose(0, 4).ArrayOf(12),
        owners =>
        {
            var waiting = owners.Select((owner, i) => Study(i, $"{owner}{i}")).ToList();
            var order = FairOrder.Of(waiting, Nobody);
            Assert.Equal(waiting.OrderBy(study => study.Number), order.OrderBy(study => study.Number));
            for (var taken = 0; taken <= order.Count; taken++)
            {
                var served = order.Take(taken).CountBy(study => study.Owner).ToDictionary();
                var left = order.Skip(taken).Select(study => study.Owner).ToHashSet();
                var counts = left.Select(owner => served.GetValueOrDefault(owner)).ToList();
                Assert.True(counts.Count == 0 || served.Values.DefaultIfEmpty().Max() - counts.Min() <= 1);
            }
        });

    [Theory]
    [InlineData(2, "a1 b1", "")]
    [InlineData(3, "a1 b1 c1", "")]
    [InlineData(2, "b1", "a")]
    [InlineData(1, "", "a")]
    [InlineData(2, "a1", ":1")]
    [InlineData(2, "", ":2")]
    public void As_many_start_as_there_are_cores_left_and_one_for_each_student(int cores, string next, string running)
    {
        var busy = running.Length == 0 ? [] : running[0] == ':' ? new[] { ("x", "", running[1] - '0') } : [("x", running, 1)];
        var order = FairOrder.Of([Study(1, "a1"), Study(2, "a2"), Study(3, "b1"), Study(4, "c1")], Nobody);
        Assert.Equal(next, string.Join(' ', FairOrder.Next(order, busy, cores).Select(study => study.Id)));
    }

    [Fact]
    public void A_large_study_is_not_overtaken_for_ever()
    {
        QueuedStudy[] order = [Study(1, "a1") with { Definition = Samples.Definition with { Workers = 2 } }, Study(2, "b1")];
        Assert.Empty(FairOrder.Next(order, [("x", "c", 1)], cores: 2));
        Assert.Equal("a1", Assert.Single(FairOrder.Next(order, [], cores: 1)).Id);
    }

    [Fact]
    public void A_paused_study_goes_on_in_its_turn_and_another_of_its_owner_waits_for_it()
    {
        QueuedStudy[] order = [Study(1, "a2"), Study(2, "a1"), Study(3, "b1")];
        Assert.Equal(["a1", "b1"], FairOrder.Next(order, [("a1", "a", 0)], cores: 2).Select(study => study.Id));
        Assert.Equal(["a1"], FairOrder.Next(order, [("a1", "a", 0), ("c1", "c", 1)], cores: 2).Select(study => study.Id));
        Assert.Empty(FairOrder.Next(order, [("a1", "a", 0), ("c1", "c", 2)], cores: 2));
    }

    private static IEnumerable<string> Order(Dictionary<string, DateTimeOffset> served, params string[] ids) =>
        FairOrder.Of(ids.Select((id, i) => Study(i, id)), served).Select(study => study.Id);

    private static QueuedStudy Study(long number, string id) => new(number, id, id[..1], Samples.Definition);

    private static DateTimeOffset At(int hour) => new(2026, 1, 1, hour, 0, 0, TimeSpan.Zero);
}
