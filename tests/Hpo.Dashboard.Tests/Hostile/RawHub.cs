using System.Net.WebSockets;
using System.Text;

namespace Hpo.Dashboard.Tests.Hostile;

/// <summary>A client of a hub that sends whatever bytes a test wants, and not what a well-behaved one would.</summary>
internal sealed class RawHub(WebSocket socket) : IDisposable
{
    public const string Handshake = """{"protocol":"json","version":1}""";

    private const char End = '\u001e';

    /// <summary>For the whole connection: pings go on for ever.</summary>
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(1));

    private readonly byte[] _buffer = new byte[64 * 1024];
    private string _rest = "";

    /// <summary>Opens a connection without the usual negotiation.</summary>
    /// <exception cref="InvalidOperationException">The server refused it; the message has the status.</exception>
    public static async Task<RawHub> OpenAsync(DashboardFactory factory, string path, params (string Name, string Value)[] headers)
    {
        var client = factory.Server.CreateWebSocketClient();
        client.ConfigureRequest = request =>
        {
            foreach (var (name, value) in headers)
                request.Headers[name] = value;
        };
        return new(await client.ConnectAsync(new Uri("ws://localhost" + path), CancellationToken.None));
    }

    public void Dispose()
    {
        socket.Dispose();
        _patience.Dispose();
    }

    public Task SendAsync(string message) => SendBytesAsync(Encoding.UTF8.GetBytes(message + End));

    public async Task SendBytesAsync(byte[] bytes)
    {
        try
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).WaitAsync(_patience.Token);
        }
        catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException)
        {
            // the server has closed it already, which the next read tells
        }
    }

    /// <summary>The next message that is no ping; null once the server has closed the connection.</summary>
    public async Task<string?> NextAsync()
    {
        while (true)
        {
            while (_rest.IndexOf(End, StringComparison.Ordinal) is var end and >= 0)
            {
                var message = _rest[..end];
                _rest = _rest[(end + 1)..];
                if (message != """{"type":6}""")
                    return message;
            }

            try
            {
                var received = await socket.ReceiveAsync(_buffer, CancellationToken.None).WaitAsync(_patience.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                    return null;
                _rest += Encoding.UTF8.GetString(_buffer, 0, received.Count);
            }
            catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException)
            {
                return null;
            }
        }
    }
}
