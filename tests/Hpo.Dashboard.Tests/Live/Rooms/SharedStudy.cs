using Hpo.Comparisons.Log;
using Hpo.Dashboard.Live.Rooms;
using Hpo.Dashboard.Tests.Studies;
using Hpo.Studies.Log;
using Hpo.Studies.Sharing;

namespace Hpo.Dashboard.Tests.Live.Rooms;

/// <summary>A database with one study, which is shared under a code.</summary>
internal sealed class SharedStudy : IDisposable
{
    public const string Id = "known";

    private readonly TemporaryFolder _folder = new();

    public SharedStudy()
    {
        var database = new StudyDatabase(Path.Combine(_folder.Path, "studies.db"));
        database.Add(new StudyHeader(Id, DateTimeOffset.UnixEpoch, StudyStory.Definition));
        Codes = database.WatchCodes;
        Code = Codes.Share(Id);
        All = new SharedCodes(Codes, new ComparisonDatabase(database.Path).WatchCodes);
    }

    /// <summary>The codes of studies.</summary>
    public WatchCodes Codes { get; }

    /// <summary>The codes of all that is shared.</summary>
    public SharedCodes All { get; }

    public string Code { get; }

    /// <summary>A code of the right form that opens nothing.</summary>
    public string WrongCode => Code == "zzzzzz" ? "yyyyyy" : "zzzzzz";

    public void Dispose() => _folder.Dispose();
}
