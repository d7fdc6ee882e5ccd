using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Log;
using Hpo.Studies.Log;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Log;

public sealed class ComparisonDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ComparisonDatabase _database;

    public ComparisonDatabaseTests() => _database = new(_folder.File("studies.db"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Studies_and_comparisons_share_a_file()
    {
        Add("one", 0);
        Assert.Empty(new StudyDatabase(_folder.File("studies.db")).List());
        Assert.Equal(["one"], new ComparisonDatabase(_folder.File("studies.db")).Ids());
    }

    [Fact]
    public void A_comparison_is_shared_under_a_code_that_opens_it_until_it_is_deleted_or_withdrawn()
    {
        Add("one", 0);
        Add("two", 1);
        var code = _database.WatchCodes.Share("one");

        Assert.Equal(code, _database.WatchCodes.Share("one"));
        Assert.Equal("one", new ComparisonDatabase(_folder.File("studies.db")).WatchCodes.Find(code));
        Assert.Null(_database.WatchCodes.Of("two"));
        Assert.Throws<KeyNotFoundException>(() => _database.WatchCodes.Share("nobody"));

        _database.MarkDeleted("one", DateTimeOffset.UnixEpoch);
        Assert.Null(_database.WatchCodes.Find(code));
        _database.Restore("one");
        Assert.Equal("one", _database.WatchCodes.Find(code));

        Assert.True(_database.WatchCodes.Withdraw("one"));
        Assert.False(_database.WatchCodes.Withdraw("one"));
        Assert.Null(_database.WatchCodes.Find(code));
    }

    [Fact]
    public void Every_event_comes_back_as_it_was()
    {
        Add("one", 0);
        ComparisonEvent[] events =
        [
            new ComparisonRenamed("another \"name\""),
            new RepetitionFinished(Result(error: 0.1 + 0.2) with { Outcome = RepetitionOutcome.Failed, Problem = "why" }, 0.25),
            new IncumbentChanged(0, 1, 2, new IncumbentStep(1.0 / 3, 2, 3, -1e-300)),
            new ComparisonEnded(DateTimeOffset.UnixEpoch, ComparisonOutcome.Cancelled, "enough", true),
            new ComparisonResumed(DateTimeOffset.UnixEpoch),
        ];
        _database.Append([.. events.Select((comparisonEvent, i) => new PendingEvent<ComparisonEvent>("one", new(i + 2, comparisonEvent)))]);

        var read = _database.Read("one").Skip(1).Select(logged => logged.Event).ToList();
        var finished = (RepetitionFinished)read[1];
        Assert.True(Hpo.Comparisons.Running.SameResults.Are(((RepetitionFinished)events[1]).Result, finished.Result));
        Assert.Equal(0.25, finished.ComputedSeconds);
        read[1] = events[1];
        Assert.Equal(events, read);
    }

    [Fact]
    public void A_result_is_stored_as_short_arrays() =>
        Assert.Equal(
            """{"result":{"objective":0,"method":1,"repetition":2,"steps":[1.1,1,10,0.5,3.3,3,30,0.25],"end":[6.6,6,60],"failed":1,"outcome":"completed"},"computedSeconds":0.5}""",
            ComparisonEventJson.WriteBody(new RepetitionFinished(Result(1, 2), 0.5)));

    [Theory]
    [InlineData("repetitionFinished", """{"result":{"objective":0,"method":1,"repetition":2,"steps":[1,1,1],"end":[6,6,60],"failed":1,"outcome":"completed"},"computedSeconds":1}""")]
    [InlineData("repetitionFinished", "{}")]
    [InlineData("comparisonRenamed", "null")]
    [InlineData("unheard", "{}")]
    public void A_damaged_event_is_refused_in_words(string type, string body) =>
        Assert.Throws<InvalidDataException>(() => ComparisonEventJson.Read(type, body));

    [Fact]
    public void A_list_needs_no_results()
    {
        Add("old", 0);
        Add("new", 1);
        _database.Append([.. Enumerable.Range(0, 1000).Select(i => new PendingEvent<ComparisonEvent>("old", new(i + 2, new RepetitionFinished(Result(0, i), 1))))]);

        Assert.Equal(["new", "old"], _database.Ids());
        Assert.Equal(1000, _database.CountResults("old"));
        Assert.Single(_database.ReadWithoutResults("old"));
        Assert.Equal(1001, _database.Read("old").Count);
    }

    [Fact]
    public void Events_are_added_all_or_none()
    {
        Add("one", 0);
        Assert.Throws<IOException>(() => _database.Append([new("one", new(2, new ComparisonRenamed("x"))), new("one", new(1, new ComparisonRenamed("y")))]));
        Assert.Single(_database.Read("one"));
    }

    [Fact]
    public void A_deleted_comparison_is_hidden_and_comes_back()
    {
        Add("one", 0);
        Add("two", 1);
        _database.MarkDeleted("one", DateTimeOffset.UnixEpoch);
        _database.MarkDeleted("one", DateTimeOffset.UnixEpoch.AddHours(1));

        Assert.Equal(["two"], _database.Ids());
        Assert.Equal(["one"], _database.DeletedAfter(DateTimeOffset.UnixEpoch.AddSeconds(-1)));
        Assert.Empty(_database.DeletedAfter(DateTimeOffset.UnixEpoch));
        Assert.Equal((true, false), (_database.Restore("one"), _database.Restore("one")));
        Assert.Equal(["two", "one"], _database.Ids());
    }

    [Fact]
    public void What_was_deleted_long_ago_leaves_nothing_when_it_is_removed()
    {
        Add("one", 0);
        Add("two", 1);
        _database.MarkDeleted("one", DateTimeOffset.UnixEpoch);
        _database.MarkDeleted("two", DateTimeOffset.UnixEpoch.AddHours(1));

        _database.RemoveDeleted(DateTimeOffset.UnixEpoch.AddMinutes(30));

        Assert.Empty(_database.Read("one"));
        Assert.False(_database.Restore("one"));
        Assert.True(_database.Restore("two"));
    }

    private void Add(string id, int day) => _database.Add(id, new ComparisonStarted(DateTimeOffset.UnixEpoch.AddDays(day), Definition, "1", "here"));
}
