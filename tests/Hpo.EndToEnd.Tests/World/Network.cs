using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Hpo.EndToEnd.Tests.World;

/// <summary>A wire between browser and app that can be cut and mended: a TCP relay on a port of its own. Open its <see cref="Address"/>.</summary>
public sealed class Network : IAsyncDisposable
{
    private readonly Uri _app;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;
    private volatile bool _isCut;

    public Network(RunningApp app)
    {
        _app = app.Address;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Drops every connection, and every new one at once.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var socket in _open.Keys)
            socket.Dispose();
    }

    public void Mend() => _isCut = false;

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var fromBrowser = await _listener.AcceptSocketAsync(_stop.Token);
                if (_isCut)
                    fromBrowser.Dispose();
                else
                    _ = RelayAsync(fromBrowser);
            }
        }
        catch (OperationCanceledException)
        {
            // disposed
        }
    }

    private async Task RelayAsync(Socket fromBrowser)
    {
        using var toApp = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using (fromBrowser)
        {
            _open[fromBrowser] = _open[toApp] = 0;
            try
            {
                await toApp.ConnectAsync(_app.Host, _app.Port, _stop.Token);
                await Task.WhenAny(CopyAsync(fromBrowser, toApp), CopyAsync(toApp, fromBrowser));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // an end that went away is what this class is for
            }
            _open.TryRemove(fromBrowser, out _);
            _open.TryRemove(toApp, out _);
        }
    }

    private async Task CopyAsync(Socket from, Socket to)
    {
        await using var source = new NetworkStream(from);
        await using var target = new NetworkStream(to);
        try
        {
            await source.CopyToAsync(target, _stop.Token);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // as above
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        Cut();
        _stop.Dispose();
    }
}
