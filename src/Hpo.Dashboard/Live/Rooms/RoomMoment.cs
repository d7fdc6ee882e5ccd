using System.Text.Json;

namespace Hpo.Dashboard.Live.Rooms;

/// <summary>A room as it stands: who is there, and what the presenter looks at. Encoded once for all who are told.</summary>
public sealed record RoomMoment
{
    /// <summary>A room as it stands now.</summary>
    /// <param name="number">Its place among the moments of the room, from 1.</param>
    /// <param name="attendance">Who is there.</param>
    /// <param name="view">What the presenter looks at; null when nobody leads.</param>
    public RoomMoment(long number, Attendance attendance, SharedView? view)
    {
        Number = number;
        Attendance = attendance;
        View = view;
        Frame = new EncodedFrame(number, JsonSerializer.SerializeToUtf8Bytes(
            new { attendance.Watching, View = view }, JsonSerializerOptions.Web));
    }

    /// <summary>Its place among the moments of the room.</summary>
    public long Number { get; }

    /// <summary>Who is there.</summary>
    public Attendance Attendance { get; }

    /// <summary>What the presenter looks at; null when nobody leads.</summary>
    public SharedView? View { get; }

    /// <summary>The moment for browsers: <c>watching</c> and <c>view</c>.</summary>
    public EncodedFrame Frame { get; }
}
