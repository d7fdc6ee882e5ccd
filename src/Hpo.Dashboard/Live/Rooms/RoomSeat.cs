namespace Hpo.Dashboard.Live.Rooms;

/// <summary>From where somebody looks at a study.</summary>
public enum RoomSeat
{
    /// <summary>A page that was opened with the study's code.</summary>
    Spectator,

    /// <summary>A page of the dashboard.</summary>
    Page,
}
