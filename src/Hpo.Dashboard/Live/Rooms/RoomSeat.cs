namespace Hpo.Dashboard.Live.Rooms;

/// <summary>From where somebody looks at a study or a comparison.</summary>
public enum RoomSeat
{
    /// <summary>A page that was opened with its code.</summary>
    Spectator,

    /// <summary>A page of the dashboard.</summary>
    Page,
}
