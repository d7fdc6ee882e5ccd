using System.Diagnostics;

namespace Hpo.Training.Torch.Tests.Loading;

/// <summary>A process that loads libtorch anew: see the project Hpo.Training.Torch.Process.</summary>
internal static class FreshProcess
{
    /// <summary>Runs it, and expects it to come to its end by itself.</summary>
    /// <param name="variables">What its environment has beyond the test's own.</param>
    /// <returns>What it wrote, and what libraries wrote.</returns>
    public static async Task<(string Output, string Errors)> RunAsync(params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Hpo.Training.Torch.Process.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return (await output, await errors);
    }
}
