using System.Buffers;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Hpo.Dashboard.Live;

namespace Hpo.Dashboard.Tests.Live;

/// <summary>
/// A viewer on a socket of its own, which reads when the test says so and not before: what the server sends meanwhile lies in buffers.
/// </summary>
internal sealed class RawViewer : IDisposable
{
    private const byte EndOfMessage = 0x1e;

    private readonly ClientWebSocket _socket = new();
    private readonly ArrayBufferWriter<byte> _unread = new();
    private readonly byte[] _chunk = new byte[16 * 1024];

    /// <summary>What it has seen; it refuses gaps and duplicates.</summary>
    public Viewer Viewer { get; } = new();

    /// <summary>Begins to watch a study.</summary>
    /// <param name="hub">The study hub.</param>
    /// <param name="studyId">The study.</param>
    /// <param name="receiveBuffer">The size of its own buffer in bytes; 0 for the system's, which is some megabytes.</param>
    /// <param name="cancellationToken">The test's patience.</param>
    public static async Task<RawViewer> WatchAsync(Uri hub, string studyId, int receiveBuffer, CancellationToken cancellationToken)
    {
        var viewer = new RawViewer();
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, token) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                if (receiveBuffer > 0)
                    socket.ReceiveBufferSize = receiveBuffer;
                await socket.ConnectAsync(context.DnsEndPoint, token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        await viewer._socket.ConnectAsync(hub, new HttpMessageInvoker(handler, disposeHandler: false), cancellationToken);
        await viewer.SendAsync("""{"protocol":"json","version":1}""", cancellationToken);
        await viewer.SendAsync(
            $$"""{"type":4,"invocationId":"1","target":"Watch","arguments":["{{studyId}}",0]}""", cancellationToken);
        return viewer;
    }

    /// <summary>Reads until the viewer stands as the test wants it.</summary>
    public async Task ReadUntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (!condition())
        {
            var received = await _socket.ReceiveAsync(_chunk, cancellationToken);
            Assert.NotEqual(WebSocketMessageType.Close, received.MessageType);
            _unread.Write(_chunk.AsSpan(0, received.Count));
            if (received.EndOfMessage)
                TakeMessages();
        }
    }

    /// <summary>Vanishes without a word, as a laptop does when its lid is closed.</summary>
    public void Vanish() => _socket.Abort();

    public void Dispose() => _socket.Dispose();

    private void TakeMessages()
    {
        foreach (var message in Encoding.UTF8.GetString(_unread.WrittenSpan).Split((char)EndOfMessage, StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(message);
            if (json.RootElement.TryGetProperty("item", out var frame))
                Viewer.Take(new EncodedFrame(frame.GetProperty("to").GetInt64(), Encoding.UTF8.GetBytes(frame.GetRawText())));
            else
                Assert.False(json.RootElement.TryGetProperty("error", out var error), error.ToString());
        }

        _unread.ResetWrittenCount();
    }

    private Task SendAsync(string message, CancellationToken cancellationToken) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + (char)EndOfMessage), WebSocketMessageType.Text, true, cancellationToken);
}
