using System.Diagnostics;
using System.Globalization;

namespace Hpo.Studies.Tests;

/// <summary>A real process beside the tests, with the same data folder: see the project Hpo.Studies.Process.</summary>
internal sealed class OtherProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly System.Diagnostics.Process _process;

    private OtherProcess(string folder)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Hpo.Studies.Process.dll"));
        start.ArgumentList.Add(folder);
        _process = System.Diagnostics.Process.Start(start)!;
    }

    public static async Task<OtherProcess> StartAsync(string folder)
    {
        var process = new OtherProcess(folder);
        Assert.Equal("open", await process.ReadAsync());
        return process;
    }

    /// <summary>Starts a study of so many trials; returns its id.</summary>
    public Task<string> StartStudyAsync(int trials) => AskAsync(string.Create(CultureInfo.InvariantCulture, $"start {trials}"));

    /// <summary>Goes on with a study; returns "resumed" or why not.</summary>
    public Task<string> ResumeAsync(string id) => AskAsync($"resume {id}");

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends it in good order.</summary>
    public async Task ExitAsync()
    {
        await _process.StandardInput.WriteLineAsync("exit");
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Stops its clock, or lets it go on.</summary>
    public async Task SuspendAsync(bool isSuspended)
    {
        using var kill = System.Diagnostics.Process.Start("kill", [isSuspended ? "-STOP" : "-CONT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<string> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        return await ReadAsync();
    }

    private async Task<string> ReadAsync() => await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The process has ended.");
}
