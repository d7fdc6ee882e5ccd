using System.Diagnostics.Metrics;
using Hpo.Dashboard.Live.Rooms;

namespace Hpo.Dashboard.Live;

/// <summary>What can be measured of the pages and of the live view.</summary>
internal static class LiveMetrics
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Hpo.Dashboard";

    private static readonly Meter Meter = new(Name);

    private static readonly UpDownCounter<long> Viewers = Meter.CreateUpDownCounter<long>("hpo.viewers", "{viewer}", "Who watches studies live, by their seats.");

    private static readonly UpDownCounter<long> Circuits = Meter.CreateUpDownCounter<long>("hpo.circuits", "{circuit}", "Pages that are connected, or may come back.");

    private static readonly Counter<long> Sent = Meter.CreateCounter<long>("hpo.live.sent", "By", "Bytes of live frames handed to viewers, before compression.");

    public static void Seat(RoomSeat seat, int change) => Viewers.Add(change, new KeyValuePair<string, object?>("hpo.viewer.seat", seat == RoomSeat.Spectator ? "spectator" : "page"));

    public static void Circuit(int change) => Circuits.Add(change);

    public static void SentStudy(EncodedFrame frame) => Sent.Add(frame.Json.Length, new KeyValuePair<string, object?>("hpo.live.of", "study"));

    public static void SentComparison(EncodedFrame frame) => Sent.Add(frame.Json.Length, new KeyValuePair<string, object?>("hpo.live.of", "comparison"));
}
