using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Hpo.EndToEnd.Tests.World;

/// <summary>A viewer of a study over the real hub, as the charts in a browser are one; it remembers all that it was shown.</summary>
internal sealed class HubViewer : IAsyncDisposable
{
    private const char RecordEnd = '\u001e';

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ClientWebSocket _socket = new();
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, JsonElement> _events = [];
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _problems = [];
    private Task _listening = Task.CompletedTask;
    private long _sequence;

    private HubViewer(string studyId) => StudyId = studyId;

    /// <summary>The study it watches.</summary>
    public string StudyId { get; }

    /// <summary>The last event it knows of, be it from a snapshot.</summary>
    public long Sequence
    {
        get
        {
            lock (_gate)
                return _sequence;
        }
    }

    /// <summary>The events it was shown one by one, as the rows of its frames.</summary>
    public IReadOnlyDictionary<long, JsonElement> Events
    {
        get
        {
            lock (_gate)
                return _events.ToDictionary();
        }
    }

    /// <summary>What it was sent that does not fit together: gaps, refusals.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_gate)
                return [.. _problems];
        }
    }

    /// <summary>Joins, and returns with the first frame.</summary>
    public static async Task<HubViewer> JoinAsync(Uri address, string studyId)
    {
        using var patience = new CancellationTokenSource(Patience);
        var viewer = new HubViewer(studyId);
        await viewer._socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/hubs/study" }.Uri, patience.Token);
        await viewer.SendAsync(new { protocol = "json", version = 1 }, patience.Token);
        await viewer.SendAsync(new { type = 4, invocationId = "1", target = "Watch", arguments = new object[] { studyId, 0 } }, patience.Token);
        viewer._listening = viewer.ListenAsync();
        await viewer._first.Task.WaitAsync(patience.Token);
        return viewer;
    }

    /// <summary>Returns when the connection has ended, and nothing more is shown.</summary>
    public Task EndedAsync() => _listening.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await EndedAsync();
        _socket.Dispose();
    }

    private Task SendAsync(object message, CancellationToken cancellationToken) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + RecordEnd), WebSocketMessageType.Text, true, cancellationToken).WaitAsync(cancellationToken);

    private async Task ListenAsync()
    {
        var (buffer, text) = (new byte[1 << 16], new List<byte>());
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer, CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                    return;
                text.AddRange(buffer.AsSpan(0, received.Count));
                for (int end; (end = text.IndexOf((byte)RecordEnd)) >= 0; text.RemoveRange(0, end + 1))
                    Take(JsonDocument.Parse(text.GetRange(0, end).ToArray()).RootElement);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // the server was killed, or the viewer left
        }
    }

    private void Take(JsonElement message)
    {
        const int item = 2, completion = 3;
        var type = message.TryGetProperty("type", out var kind) ? kind.GetInt32() : 0;
        lock (_gate)
        {
            if (type == completion)
                _problems.Add($"The hub ended the stream: {message}");
            if (type != item)
                return;
            var frame = message.GetProperty("item");
            var (from, to) = (frame.GetProperty("from").GetInt64(), frame.GetProperty("to").GetInt64());
            if (frame.GetProperty("kind").GetString() == "delta")
            {
                if (from != _sequence || frame.GetProperty("events").GetArrayLength() != to - from)
                    _problems.Add($"After event {_sequence} came a frame from {from} to {to} with {frame.GetProperty("events").GetArrayLength()} events.");
                foreach (var row in frame.GetProperty("events").EnumerateArray())
                    _events[++from] = row;
            }

            _sequence = to;
        }

        _first.TrySetResult();
    }
}
