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

    private HpoProgram(string data, string? input, string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "hpo.dll"), .. args])
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
    public void Interrupt() => Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

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

    private static void Add(StringBuilder text, string? line)
    {
        if (line is not null)
            text.Append(line).Append('\n');
    }

    /// <summary>How a run ended.</summary>
    internal sealed record Ended(int Code, string Output, string Errors);
}
