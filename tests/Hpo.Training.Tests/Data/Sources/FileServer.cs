using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hpo.Training.Tests.Data.Sources;

/// <summary>
/// A web server on the loopback address that hands out files, understands ranges, and can cut a connection after so many bytes.
/// Written over sockets, because a half-sent response is what is to be tested.
/// </summary>
internal sealed class FileServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, byte[]> _files;
    private readonly Task _serving;

    public FileServer(Dictionary<string, byte[]> files)
    {
        _files = files;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>The requests so far, as "file" or "file from offset".</summary>
    public List<string> Requests { get; } = [];

    /// <summary>How many of the next responses are cut, and after how many bytes of the body.</summary>
    public int CutResponses { get; set; }

    public int CutAfter { get; set; } = 100;

    public bool UnderstandsRanges { get; set; } = true;

    public void Dispose()
    {
        _listener.Stop();
        _serving.Wait();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
            catch (IOException)
            {
                // the client went away
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var (name, from) = await ReadRequestAsync(stream);
        lock (Requests)
            Requests.Add(from > 0 ? $"{name} from {from}" : name);
        if (!_files.TryGetValue(name, out var content))
        {
            await SendAsync(stream, "404 Not Found", [], 0);
            return;
        }

        if (!UnderstandsRanges)
            from = 0;
        if (from >= content.Length)
        {
            await SendAsync(stream, "416 Range Not Satisfiable", [], 0);
            return;
        }

        var body = content[from..];
        var cut = CutResponses > 0 ? CutAfter : body.Length;
        CutResponses = Math.Max(0, CutResponses - 1);
        await SendAsync(stream, from > 0 ? "206 Partial Content" : "200 OK", body[..Math.Min(cut, body.Length)], body.Length);
    }

    private static async Task<(string Name, int From)> ReadRequestAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var name = (await reader.ReadLineAsync())?.Split(' ')[1].TrimStart('/') ?? throw new IOException("no request");
        var from = 0;
        for (var line = await reader.ReadLineAsync(); !string.IsNullOrEmpty(line); line = await reader.ReadLineAsync())
        {
            if (line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase))
                from = int.Parse(line["Range: bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
        }

        return (name, from);
    }

    private static async Task SendAsync(NetworkStream stream, string status, byte[] body, int announcedLength)
    {
        var header = $"HTTP/1.1 {status}\r\nContent-Length: {announcedLength}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(header));
        await stream.WriteAsync(body);
    }
}
