namespace Hpo.Dashboard.Live.Rooms;

/// <summary>How many look at a study now.</summary>
/// <param name="Spectators">Pages that were opened with its code.</param>
/// <param name="Pages">Pages of the dashboard itself, the presenter's among them.</param>
public readonly record struct Attendance(int Spectators, int Pages);
