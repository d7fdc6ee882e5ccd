using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hpo.EndToEnd.Tests.World;

/// <summary>
/// The really built dashboard as a process of its own, on a free port, with a data folder of its own that goes with it.
/// Use it as a class fixture (one for all tests of a class) or start one inside a test: <c>await using var app = await RunningApp.StartAsync();</c>
/// </summary>
public sealed partial class RunningApp : IAsyncLifetime, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly string _dataFolder = Directory.CreateTempSubdirectory("hpo-e2e-").FullName;
    private readonly string[] _options;
    private readonly string? _disk;
    private (string Name, string Value)? _variable;
    private Process? _process;

    /// <summary>For xunit, as a class fixture.</summary>
    public RunningApp() : this([])
    {
    }

    private RunningApp(string[] options, string? disk = null) => (_options, _disk) = (options, disk);

    /// <summary>Starts a dashboard; <paramref name="options"/> go to its command line after the port and the data folder.</summary>
    public static async Task<RunningApp> StartAsync(params string[] options)
    {
        var app = new RunningApp(options);
        await app.InitializeAsync();
        return app;
    }

    /// <summary>Starts a dashboard with a variable of the environment.</summary>
    public static async Task<RunningApp> StartWithAsync(string variable, string value)
    {
        var app = new RunningApp([]) { _variable = (variable, value) };
        await app.InitializeAsync();
        return app;
    }

    /// <summary>Starts a dashboard whose data folder is a disk of its own, in memory, that only it sees; <paramref name="disk"/> are options of mount. See <see cref="DiskFactAttribute"/>.</summary>
    public static async Task<RunningApp> StartOnDiskAsync(string disk)
    {
        var app = new RunningApp([], disk);
        await app.InitializeAsync();
        return app;
    }

    /// <summary>Runs a shell command that sees the dashboard's disk as it does.</summary>
    public async Task ShellAsync(string command)
    {
        using var shell = Process.Start("nsenter", ["--target", $"{ProcessId}", "--mount", "sh", "-c", command, _dataFolder]);
        await shell.WaitForExitAsync();
    }

    /// <summary>Where it listens, such as http://127.0.0.1:41234/.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public string DataFolder => _dataFolder;

    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("The dashboard is not running.");

    /// <summary>Everything it has printed, over all its starts.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <summary>Errors in its log. A test that provokes one says so with <see cref="BrowserTest.Allow"/>.</summary>
    public IEnumerable<string> Errors => _output.Where(line => ErrorLine().IsMatch(line));

    public Task InitializeAsync() => LaunchAsync();

    /// <summary>Ends it as a power cut would: nothing gets a chance to be saved.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts it again after <see cref="KillAsync"/>: same port, same data folder.</summary>
    public Task RestartAsync() => LaunchAsync();

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_dataFolder, recursive: true);
    }

    private async Task LaunchAsync()
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = StartInfo(), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data, listening);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, listening);
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The dashboard ended before it listened."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            Address = await listening.Task.WaitAsync(Patience);
        }
        catch (Exception e) when (e is TimeoutException or InvalidOperationException)
        {
            // a process has exited before its last lines have been read
            if (e is InvalidOperationException)
                await _process.WaitForExitAsync();
            throw new InvalidOperationException($"{e.Message} It said:\n{string.Join('\n', _output)}", e);
        }
    }

    private ProcessStartInfo StartInfo()
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(_disk is null ? dotnet : "unshare")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _dataFolder,
        };
        // what the person who runs the tests has set for their own dashboard is not meant for this one, but for where the images are
        foreach (var name in start.Environment.Keys.Where(IsForAnotherDashboard).ToList())
            start.Environment.Remove(name);
        if (_variable is var (variable, value))
            start.Environment[variable] = value;
        string[] prefix = _disk is null ? [] : ["--mount", "sh", "-c", $"mount -t tmpfs -o {_disk} tmpfs \"$0\" && exec \"$@\"", _dataFolder, dotnet];
        string[] arguments = [.. prefix, Repository.Dashboard, "--port", Address.Port.ToString(CultureInfo.InvariantCulture), "--data", _dataFolder, .. _options];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    private static bool IsForAnotherDashboard(string variable) =>
        variable.StartsWith("ASPNETCORE_", StringComparison.Ordinal)
        || (variable.StartsWith("HPO_", StringComparison.Ordinal) && variable != "HPO_DATA_SET");

    private void Hear(string? line, TaskCompletionSource<Uri> listening)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (AddressLine().Match(line) is { Success: true } match)
            listening.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"listens on (http://\S+)")]
    private static partial Regex AddressLine();

    [GeneratedRegex("^(fail|crit): ")]
    private static partial Regex ErrorLine();
}
