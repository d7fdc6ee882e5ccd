using System.Collections.Concurrent;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Live.Rooms;
using Hpo.Engine.Space;
using Hpo.Engine.Tuning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hpo.Dashboard.Tests.Live;

/// <summary>The hubs behind a real web server and real sockets.</summary>
public sealed class StuckReaderTests : IAsyncLifetime
{
    private const string Id = "known";
    private const int Others = 20;

    private readonly CancellationToken _patience = new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;
    private readonly ScriptedStudy _study = new();
    private readonly ScriptedSource _source = new();
    private WebApplication _app = default!;

    private Uri Hub => new(new UriBuilder(_app.Urls.Single()) { Scheme = "ws", Path = StudyHub.Path }.Uri.ToString());

    private WatchRooms Rooms => _app.Services.GetRequiredService<WatchRooms>();

    public async Task InitializeAsync()
    {
        _study.Publish(new StudyStarted(TimeSpan.Zero, DateTimeOffset.UnixEpoch));
        _source.Studies[Id] = _study;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseSockets(sockets => sockets.CreateBoundListenSocket = endpoint =>
        {
            // the system would take in megabytes for a connection of the same machine
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
            socket.SendBufferSize = 64 * 1024;
            return socket;
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<CurrentVisitor>();
        builder.Services.AddLive();
        builder.Services.AddSingleton<IStudySource>(_source);
        _app = builder.Build();
        _app.MapLive();
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task<RawViewer> WatchAsync(int receiveBuffer = 0)
    {
        var viewer = await RawViewer.WatchAsync(Hub, Id, receiveBuffer, _patience);
        await viewer.ReadUntilAsync(() => viewer.Viewer.Snapshots == 1, _patience);
        return viewer;
    }

    [Fact]
    public async Task One_that_stops_reading_delays_nobody_and_catches_up_without_what_it_missed_in_between()
    {
        // five events at a time, 6 KB each: 3 MB in all, far more than the buffers on the way to one that has hardly any of its own
        const int batches = 100, batch = 5;
        const long last = 1 + (batches * batch);
        var published = new ConcurrentDictionary<long, long>();
        using var stuck = await WatchAsync(receiveBuffer: 4096);
        var delays = new ConcurrentBag<TimeSpan>();
        var others = Enumerable.Range(0, Others).Select(async _ =>
        {
            using var other = await WatchAsync();
            await other.ReadUntilAsync(() =>
            {
                if (published.TryGetValue(other.Viewer.Sequence, out var at))
                    delays.Add(TimeProvider.System.GetElapsedTime(at));
                return other.Viewer.Sequence == last;
            }, _patience);
            return other.Viewer.Deltas;
        }).ToList();
        while (Rooms.Of(Id).Pages < Others + 1)
            await Task.Delay(10, _patience);

        using (var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(40)))
        {
            for (var i = 0; i < batches; i++)
            {
                await timer.WaitForNextTickAsync(_patience);
                var first = i * batch;
                published[1 + first + batch] = TimeProvider.System.GetTimestamp();
                _study.Publish(Enumerable.Range(first, batch).Select(Event));
            }
        }

        var deltas = await Task.WhenAll(others);
        // nobody waited for the stuck one, and it has not been told to wait either
        Assert.Equal(last, _study.Snapshot.Sequence);
        Assert.Equal(1, stuck.Viewer.Sequence);
        Assert.InRange(delays.Order().ElementAt(delays.Count * 95 / 100), TimeSpan.Zero, TimeSpan.FromSeconds(2));

        await stuck.ReadUntilAsync(() => stuck.Viewer.Sequence == last, _patience);
        // in order, without a gap or an event twice: the viewer would have refused those. What lay in the buffers came as it was, the rest in one step
        Assert.Equal(1, stuck.Viewer.Snapshots);
        Assert.InRange(stuck.Viewer.Deltas, 1, deltas.Min() * 2 / 3);
    }

    [Fact]
    public async Task Who_vanishes_without_a_word_is_counted_no_more()
    {
        using var stays = await WatchAsync();
        var goes = await Task.WhenAll(Enumerable.Range(0, Others).Select(_ => WatchAsync()));
        Assert.Equal(new Attendance(0, Others + 1), Rooms.Of(Id));

        foreach (var viewer in goes)
            viewer.Vanish();

        while (Rooms.Of(Id).Pages > 1)
            await Task.Delay(10, _patience);
        Assert.Equal(new Attendance(0, 1), Rooms.Of(Id));
        foreach (var viewer in goes)
            viewer.Dispose();
    }

    private static StudyEvent Event(int number) =>
        new TrialStarted(TimeSpan.FromMilliseconds(number), number, new Configuration(("x", 0.5)), new string('r', 6000), 0, null);
}
