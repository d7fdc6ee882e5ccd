namespace Hpo.Dashboard.Live.Rooms;

/// <summary>How many look at a study or a comparison now.</summary>
/// <param name="Spectators">Pages that were opened with its code.</param>
/// <param name="Pages">Pages of the dashboard itself, the presenter's among them.</param>
public readonly record struct Attendance(int Spectators, int Pages)
{
    /// <summary>How many watch: everybody but the presenter, whose own page is one of the dashboard's.</summary>
    public int Watching => Spectators + Math.Max(0, Pages - 1);
}
