using System.Text.Json;
using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Training.Data;
using Hpo.Training.Models;
using Hpo.Training.Objectives;

namespace Hpo.Bench;

/// <summary>
/// Trains a LeNet on Fashion-MNIST through the objective, as the tuner does, and prints one line of JSON: for each epoch the
/// seconds, the processor seconds of all threads, and the validation error; and the peak memory of the process. An epoch is 60,000 training images and 10,000 validation images.
/// </summary>
internal static class TrainingBench
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new BenchOptions(args);
        var variant = Enum.Parse<LeNetVariant>(options.Text("variant", "modern"), ignoreCase: true);
        int batch = options.Whole("batch", 128), threads = options.Whole("threads", 1), epochs = options.Whole("epochs", 3);
        var learningRate = options.Real("learning-rate", 0.1);
        var objective = new LeNetObjective(await FashionMnist.LoadAsync().ConfigureAwait(false), variant, threads);
        var configuration = new Configuration((LeNetObjective.LearningRate, learningRate), (LeNetObjective.BatchSize, batch));
        using var evaluation = objective.Start(new EvaluationRequest(0, configuration, options.Whole("seed", 0), epochs));
        var seconds = new List<double>();
        var cpuSeconds = new List<double>();
        var errors = new List<double>();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var cpuStart = Environment.CpuUsage.TotalTime;
            errors.Add(evaluation.RunEpoch(CancellationToken.None));
            seconds.Add(TimeProvider.System.GetElapsedTime(start).TotalSeconds);
            cpuSeconds.Add((Environment.CpuUsage.TotalTime - cpuStart).TotalSeconds);
        }

        Console.WriteLine(JsonSerializer.Serialize(new { seconds, cpuSeconds, errors, peakMegabytes = PeakMegabytes() }));
        return 0;
    }

    /// <summary>The largest resident set of this process so far, the data set and the runtime included.</summary>
    private static double PeakMegabytes()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}
