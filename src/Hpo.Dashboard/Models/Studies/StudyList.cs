using Hpo.Studies.Running;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>The list of studies as all viewers of the home page share it: it is made anew at most twice a second, however many look.</summary>
public sealed class StudyList(StudyService studies, TimeProvider time)
{
    /// <summary>How old the list may be.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(0.5);

    private readonly Lock _gate = new();
    private IReadOnlyList<StudySummary> _list = [];
    private long? _made;

    /// <summary>All studies, the newest first.</summary>
    public IReadOnlyList<StudySummary> Latest
    {
        get
        {
            lock (_gate)
            {
                if (_made is not { } made || time.GetElapsedTime(made) >= MaxAge)
                {
                    _list = studies.List();
                    _made = time.GetTimestamp();
                }

                return _list;
            }
        }
    }
}
