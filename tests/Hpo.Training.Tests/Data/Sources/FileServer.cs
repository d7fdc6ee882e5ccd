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
    private readonly CancellationTokenSource _stopping = new();
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

    /// <summary>In the middle of every body, the server waits for this.</summary>
    public Task Halfway { get; set; } = Task.CompletedTask;

    public bool UnderstandsRanges { get; set; } = true;

    public void Dispose()
    {
        _stopping.Cancel();
        _serving.Wait();
        _listener.Stop();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var answers = new List<Task>();
        try
        {
            while (true)
                answers.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(answers);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await AnswerAsync(client.GetStream());
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // the client went away, or the test is over
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

    private async Task<(string Name, int From)> ReadRequestAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var name = (await reader.ReadLineAsync(_stopping.Token))?.Split(' ')[1].TrimStart('/') ?? throw new IOException("no request");
        var from = 0;
        while (await reader.ReadLineAsync(_stopping.Token) is { Length: > 0 } line)
        {
            if (line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase))
                from = int.Parse(line["Range: bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
        }

        return (name, from);
    }

    private async Task SendAsync(NetworkStream stream, string status, byte[] body, int announcedLength)
    {
        var header = $"HTTP/1.1 {status}\r\nContent-Length: {announcedLength}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(header), _stopping.Token);
        await stream.WriteAsync(body.AsMemory(..(body.Length / 2)), _stopping.Token);
        await Halfway.WaitAsync(_stopping.Token);
        await stream.WriteAsync(body.AsMemory((body.Length / 2)..), _stopping.Token);
    }
}
