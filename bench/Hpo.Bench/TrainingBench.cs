using System.Text.Json;
using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Training.Data;
using Hpo.Training.Models;
using Hpo.Training.Objectives;
using Hpo.Training.Torch;
using Hpo.Training.Torch.Objectives;

namespace Hpo.Bench;

/// <summary>
/// Trains a LeNet or the dropout MLP on Fashion-MNIST through the objective, as the tuner does, on our own kernels or on libtorch, and prints one line of JSON: for each epoch the
/// seconds, the processor seconds of all threads, and the validation error; and the peak memory of the process. An epoch is 60,000 training images and 10,000 validation images.
/// </summary>
internal static class TrainingBench
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new BenchOptions(args);
        int threads = options.Whole("threads", 1), epochs = options.Whole("epochs", 3);
        var data = await FashionMnist.LoadAsync().ConfigureAwait(false);
        var variant = options.Text("variant", "modern");
        var objective = options.Text("backend", "own") == "torchsharp" ? TorchSharp(variant, data, threads) : Own(variant, data, threads);
        var configuration = variant == "mlp" ? MlpConfiguration(options) : LeNetConfiguration(options);
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

    private static Objective Own(string variant, FashionMnist data, int threads) => variant == "mlp"
        ? new DropoutMlpObjective(data, threads)
        : new LeNetObjective(data, LeNetOf(variant), threads);

    private static Objective TorchSharp(string variant, FashionMnist data, int threads) => variant == "mlp"
        ? new TorchDropoutMlpObjective(data, threads, TorchDevice.Cpu)
        : new TorchLeNetObjective(data, LeNetOf(variant), threads, TorchDevice.Cpu);

    private static LeNetVariant LeNetOf(string variant) => Enum.Parse<LeNetVariant>(variant, ignoreCase: true);

    private static Configuration LeNetConfiguration(BenchOptions options) => new(
        (LeNetObjective.LearningRate, options.Real("learning-rate", 0.1)),
        (LeNetObjective.BatchSize, options.Whole("batch", 128)));

    private static Configuration MlpConfiguration(BenchOptions options) => new(
        (DropoutMlpObjective.Hiddens1, options.Whole("hiddens-1", 256)),
        (DropoutMlpObjective.Hiddens2, options.Whole("hiddens-2", 256)),
        (DropoutMlpObjective.Dropout1, options.Real("dropout-1", 0.5)),
        (DropoutMlpObjective.Dropout2, options.Real("dropout-2", 0.5)),
        (DropoutMlpObjective.LearningRate, options.Real("learning-rate", 0.1)),
        (DropoutMlpObjective.BatchSize, options.Whole("batch", 256)));

    /// <summary>The largest resident set of this process so far, the data set and the runtime included.</summary>
    private static double PeakMegabytes()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}
