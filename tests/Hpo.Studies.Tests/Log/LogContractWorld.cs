using System.Collections.Concurrent;
using Hpo.Studies.Log;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hpo.Studies.Tests.Log;

/// <summary>A folder with logs of a kind, and hosts on it, each of which is a process to the others.</summary>
/// <typeparam name="TLive">What is in memory.</typeparam>
/// <typeparam name="TEvent">What can happen.</typeparam>
/// <typeparam name="TSnapshot">What is folded from it.</typeparam>
public abstract class LogContractWorld<TLive, TEvent, TSnapshot> : IDisposable
    where TLive : LiveLog<TEvent, TSnapshot>
    where TEvent : class
    where TSnapshot : class, ILogSnapshot
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hpo-log-contract-").FullName;
    private readonly List<Node> _nodes = [];

    /// <summary>A test's process, as far as its logs are concerned.</summary>
    protected sealed record Node(LogHost<TLive, TEvent, TSnapshot> Host, LiveLogs<TLive, TEvent, TSnapshot> Live, EventLog<TEvent, TSnapshot> Log)
    {
        /// <summary>What runs there.</summary>
        public ConcurrentDictionary<string, bool> Running { get; } = [];

        /// <summary>What it was asked.</summary>
        public List<string> Asked { get; } = [];

        /// <summary>Whose logs it could not write.</summary>
        public List<string> Unwritten { get; } = [];

        /// <summary>Called on the thread that writes when something has ended there.</summary>
        public Action OnEnded { get; set; } = () => { };
    }

    public void Dispose()
    {
        _nodes.ForEach(node => node.Host.Dispose());
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the database with its logs, and what is in memory of them.</summary>
    protected abstract (EventLog<TEvent, TSnapshot> Log, LiveLogs<TLive, TEvent, TSnapshot> Live) Open(string path);

    /// <summary>Stores a new log without the first event of <see cref="Story"/>, or with it if the two belong together.</summary>
    /// <returns>How many events are stored.</returns>
    protected abstract int Store(EventLog<TEvent, TSnapshot> log, string id, Lease? lease);

    /// <summary>Events that can follow one another, the first the beginning and the last the end of a run.</summary>
    protected abstract IReadOnlyList<TEvent> Story { get; }

    /// <summary>An event with which a run that was interrupted goes on.</summary>
    protected abstract TEvent Resumed { get; }

    protected static async Task Until(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isSo())
            await Task.Delay(10, patience.Token);
    }

    protected Node Start()
    {
        var folder = new LogFolder(_folder, "kernel.lock", "logs");
        var (log, live) = Open(folder.Database);
        Node? node = null;
        var host = new LogHost<TLive, TEvent, TSnapshot>(
            folder,
            log,
            live,
            new LogCalls<TLive>
            {
                IsHere = id => node!.Running.ContainsKey(id),
                IsAnyHere = () => !node!.Running.IsEmpty,
                Answer = (id, command) =>
                {
                    node!.Asked.Add(command);
                    return $"{id} did {command}";
                },
                OnUnwritten = (id, _) => node!.Unwritten.Add(id),
                OnEnded = _ => node!.OnEnded(),
            },
            TimeProvider.System,
            new GuardedWork(NullLogger.Instance));
        node = new Node(host, live, log);
        _nodes.Add(node);
        host.CloseAll();
        host.Start();
        return node;
    }

    /// <summary>Begins a run, up to its first event.</summary>
    protected (LogRun<TEvent> Run, TLive Live) Begin(Node node, string id)
    {
        node.Running[id] = true;
        var lease = node.Host.NewLease(id);
        var stored = Store(node.Log, id, lease);
        var live = node.Live.Find(id)!;
        var run = node.Host.NewRun(lease, stored);
        if (stored == 0)
            run.TryWrite(Story[0]);
        node.Host.Flush();
        return (run, live);
    }

    /// <summary>Writes the rest of the story; nothing is written of it yet.</summary>
    protected void WriteRest(LogRun<TEvent> run, TLive live)
    {
        foreach (var happened in Story.Skip((int)live.Snapshot.Sequence))
            run.TryWrite(happened);
    }

    protected void End(Node node, string id)
    {
        var (run, live) = Begin(node, id);
        WriteRest(run, live);
        node.Host.Flush();
        node.Running.TryRemove(id, out _);
        Assert.True(live.Snapshot.HasEnded);
    }

    /// <summary>Ends a host as a power cut would: its lease stays, and its lock goes.</summary>
    protected void Kill(Node node)
    {
        _nodes.Remove(node);
        node.Host.Dispose();
    }

    protected object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, DatabaseFile.Name)};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
