using System.Text.Json.Serialization;

namespace Hpo.Dashboard.Live;

/// <summary>A message to viewers, encoded once for all who need the same one.</summary>
/// <param name="To">The sequence number at which a viewer stands once it has taken the frame in.</param>
/// <param name="Json">The frame as UTF-8 JSON; see <see cref="FrameEncoder"/> for what it holds.</param>
[JsonConverter(typeof(EncodedFrameJsonConverter))]
public sealed record EncodedFrame(long To, ReadOnlyMemory<byte> Json);
