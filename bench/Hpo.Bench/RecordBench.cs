using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Hpo.Engine.Objectives;
using Hpo.Training.Data;
using Hpo.Training.Objectives;
using Hpo.Training.Recordings;

namespace Hpo.Bench;

/// <summary>
/// Records learning curves of real trainings into a file of JSON lines, which `gzip -9 -n` makes into what is shipped. Ctrl+C stops it; the same command goes on.
/// </summary>
internal static class RecordBench
{
    // one thread a training: there is one training a core
    private static readonly Dictionary<string, Func<FashionMnist, Objective>> Objectives = new()
    {
        ["lenet"] = data => new LeNetObjective(data, threadsPerTrial: 1),
        ["dropout-mlp"] = data => new DropoutMlpObjective(data, threadsPerTrial: 1),
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var options = new BenchOptions(args);
        var data = await FashionMnist.LoadAsync().ConfigureAwait(false);
        var (key, cores) = (options.Required("objective"), options.Whole("cores", Environment.ProcessorCount));
        var objective = Objectives[key](data);
        var plan = RecordingPlan.For(
            key, objective, options.Whole("configurations", 200), options.Whole("repeated", 30), options.Whole("replicates", 3),
            options.Whole("epochs", objective.DefaultMaxEpochs), options.Whole("seed", 0));
        using var file = RecordingFile.Open(options.Required("file"), plan);
        file.Add(new RecordingOrigin(Processor(), cores, Today(), Version(), $"dotnet run --project bench/Hpo.Bench -c Release -- record {string.Join(' ', args)}"));
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return new Recorder(objective, file, Tell).Run(cores, stop.Token) ? 0 : 130;

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    private static void Tell(RecordedRun run, int left) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{left} left; {run.Index}.{run.Replicate} {run.Configuration}: {run.Errors[^1]?.ToString("F4", CultureInfo.InvariantCulture) ?? "diverged"} after {run.Errors.Count} epochs of {run.Seconds.Average():F2} s"));

    private static string Today() => TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Version() =>
        typeof(RecordingPlan).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown";
}
