using System.Text.Json;
using Hpo.Dashboard.Live;

namespace Hpo.Dashboard.Tests.Live;

/// <summary>What a browser does with frames, as far as sequence numbers go.</summary>
internal sealed class Viewer
{
    /// <summary>The last event it has.</summary>
    public long Sequence { get; private set; }

    public int Snapshots { get; private set; }

    public int Deltas { get; private set; }

    public string State { get; private set; } = "";

    /// <summary>Takes in a frame and fails when it leaves a gap or repeats an event.</summary>
    public void Take(EncodedFrame frame)
    {
        using var json = JsonDocument.Parse(frame.Json);
        var root = json.RootElement;
        var (from, to) = (root.GetProperty("from").GetInt64(), root.GetProperty("to").GetInt64());
        var kind = root.GetProperty("kind").GetString();
        Assert.Equal(frame.To, to);
        if (kind == "snapshot")
        {
            Snapshots++;
        }
        else
        {
            Assert.Equal(Sequence, from);
            Assert.Equal(to - from, kind == "delta" ? root.GetProperty("events").GetArrayLength() : 0);
            Deltas += kind == "delta" ? 1 : 0;
        }

        Sequence = to;
        State = root.GetProperty("state").GetString()!;
    }

    /// <summary>Watches until a condition holds.</summary>
    public async Task WatchAsync(StudyBroadcasts broadcasts, string id, Func<bool> until, CancellationToken cancellationToken)
    {
        await foreach (var frame in broadcasts.WatchAsync(id, Sequence, cancellationToken))
        {
            Take(frame);
            if (until())
                return;
        }
    }
}
