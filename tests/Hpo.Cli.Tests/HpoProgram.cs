using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Hpo.Cli.Tests;

/// <summary>The real program, in a process of its own.</summary>
internal sealed class HpoProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new(), _errors = new();
    private readonly TaskCompletionSource _progress = new();

    private HpoProgram(string data, string? input, string[] args, bool hearsInterrupts = true)
    {
        // a shell without job control starts what is behind & with interrupts ignored, these tests too; env sets what a test needs and becomes the program
        var start = new ProcessStartInfo("env", [hearsInterrupts ? "--default-signal=INT" : "--ignore-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "hpo.dll"), .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HPO_DATA"] = data },
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Add(_output, line.Data);
        _process.ErrorDataReceived += (_, line) =>
        {
            Add(_errors, line.Data);
            // a trial has ended
            if (line.Data?.Contains(" ended", StringComparison.Ordinal) == true && !line.Data.StartsWith("0 of ", StringComparison.Ordinal))
                _progress.TrySetResult();
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        if (input is not null)
            _process.StandardInput.Write(input);
        _process.StandardInput.Close();
    }

    /// <summary>Starts the program.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="args">The arguments.</param>
    public static HpoProgram Start(string data, params string[] args) => new(data, null, args);

    /// <summary>Starts the program as a shell without job control does behind an &amp;: it does not hear Ctrl+C.</summary>
    public static HpoProgram StartDeaf(string data, params string[] args) => new(data, null, args, hearsInterrupts: false);

    /// <summary>Runs the program to its end.</summary>
    public static Task<Ended> RunAsync(string data, params string[] args) => RunWithInputAsync(data, null, args);

    /// <summary>Runs the program to its end on a standard input.</summary>
    public static async Task<Ended> RunWithInputAsync(string data, string? input, params string[] args)
    {
        using var program = new HpoProgram(data, input, args);
        return await program.EndAsync();
    }

    /// <summary>Waits until a line tells that a trial has ended.</summary>
    public Task ProgressAsync() => _progress.Task.WaitAsync(Patience);

    public void Kill() => _process.Kill();

    /// <summary>Ctrl+C.</summary>
    public void Interrupt() => Signal("-INT");

    /// <summary>What a service manager sends to end a program.</summary>
    public void Terminate() => Signal("-TERM");

    public async Task<Ended> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return new Ended(_process.ExitCode, _output.ToString(), _errors.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Signal(string signal) => Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    private static void Add(StringBuilder text, string? line)
    {
        if (line is not null)
            text.Append(line).Append('\n');
    }

    /// <summary>How a run ended.</summary>
    internal sealed record Ended(int Code, string Output, string Errors);
}
