using Hpo.Comparisons.Log;
using Hpo.Dashboard.Live.Rooms;
using Hpo.Dashboard.Tests.Comparisons;
using Hpo.Dashboard.Tests.Studies;
using Hpo.Studies.Log;

namespace Hpo.Dashboard.Tests.Live.Rooms;

public sealed class SharedCodesTests : IDisposable
{
    private static readonly Watched Study = Watched.Study("known");
    private static readonly Watched Comparison = Watched.Comparison("known");

    private readonly TemporaryFolder _folder = new();
    private readonly DatabaseFile _file;
    private readonly SharedCodes _codes;

    public SharedCodesTests()
    {
        var path = Path.Combine(_folder.Path, "studies.db");
        _file = new DatabaseFile(path);
        var studies = new StudyDatabase(path);
        studies.Add(new StudyHeader("known", DateTimeOffset.UnixEpoch, StudyStory.Definition));
        var comparisons = new ComparisonDatabase(path);
        comparisons.Add("known", new ComparisonStarted(DateTimeOffset.UnixEpoch, Contests.Small(), "test", "test"));
        _codes = new SharedCodes(studies.WatchCodes, comparisons.WatchCodes);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_code_opens_what_it_was_made_for_whichever_kind_it_is()
    {
        var (study, comparison) = (_codes.Share(Study), _codes.Share(Comparison));

        Assert.Equal(Study, _codes.Find(study));
        Assert.Equal(Comparison, _codes.Find(comparison));
        Assert.Equal((study, comparison), (_codes.Of(Study), _codes.Of(Comparison)));
        Assert.NotEqual(Study.Room, Comparison.Room);
    }

    [Fact]
    public void Withdrawing_one_leaves_the_other()
    {
        var (study, comparison) = (_codes.Share(Study), _codes.Share(Comparison));

        Assert.True(_codes.Withdraw(Comparison));

        Assert.Null(_codes.Find(comparison));
        Assert.Equal(Study, _codes.Find(study));
    }

    [Fact]
    public void What_does_not_exist_is_not_shared()
    {
        Assert.Throws<KeyNotFoundException>(() => _codes.Share(Watched.Comparison("nobody")));
        Assert.Null(_codes.Of(Watched.Comparison("nobody")));
        Assert.Null(_codes.Find(null));
    }

    [Fact]
    public void A_code_that_something_of_the_other_kind_has_is_drawn_again()
    {
        var taken = _codes.Share(Study);
        // as drawing would once in a billion times
        _file.Use(connection => DatabaseFile.Execute(
            connection, "INSERT INTO comparison_shared (comparison_id, watch_code) VALUES ('known', $code)", ("$code", taken)));

        var code = _codes.Share(Comparison);

        Assert.NotEqual(taken, code);
        Assert.Equal(Comparison, _codes.Find(code));
        Assert.Equal(Study, _codes.Find(taken));
    }
}
