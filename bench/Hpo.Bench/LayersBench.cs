using Hpo.Engine.Randomness;
using Hpo.Training.Data;
using Hpo.Training.Layers;
using Hpo.Training.Models;

namespace Hpo.Bench;

/// <summary>
/// Where the time of a batch goes: microseconds per image of each layer's passes, on one core, the best of many rounds, so that
/// other work on the machine matters little.
/// </summary>
internal static class LayersBench
{
    private const int Rounds = 300;

    /// <summary>Prints a table for a network and a batch size.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new BenchOptions(args);
        var variant = options.Text("variant", "modern");
        var images = options.Whole("batch", 128);
        var data = await FashionMnist.LoadAsync().ConfigureAwait(false);
        var network = variant == "mlp"
            ? DropoutMlp.Create(new DropoutMlpShape(options.Whole("hiddens-1", 256), options.Whole("hiddens-2", 256), 0.5, 0.5), images, seed: 0)
            : LeNet.Create(Enum.Parse<LeNetVariant>(variant, ignoreCase: true), images, RandomStream.Derive(0, 0, "bench"));
        for (var image = 0; image < images; image++)
            data.Training.CopyScaled(image, network.Input.Image(image));
        var labels = data.Training.Labels[..images].ToArray();
        var slices = Enumerable.Range(0, BatchSlice.CountFor(images)).Select(index => BatchSlice.Of(images, index)).ToArray();
        // until the runtime has compiled everything with its optimisations
        for (var start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(3);)
        {
            ForEach(slices, slice => network.Forward(labels, slice, training: true));
            ForEach(slices, network.Backward);
            for (var part = 0; part < network.GradientParts; part++)
                network.Update(part, images, optimizer: null);
            network.ParametersChanged();
        }

        Console.WriteLine($"{variant}, batch of {images}: microseconds per image");
        Console.WriteLine($"{"layer",-40}{"forward",10}{"backward",10}{"gradient",10}{"changed",10}");
        var total = 0.0;
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            var input = i == 0 ? network.Input : network.Layers[i - 1].Output;
            var gradient = i + 1 < network.Layers.Count ? network.Layers[i + 1].InputGradient! : network.Loss.ScoreGradient;
            double forward = Best(images, () => ForEach(slices, slice => layer.Forward(input, slice, true)));
            double backward = Best(images, () => ForEach(slices, slice => layer.Backward(input, gradient, slice)));
            double complete = Best(images, () =>
            {
                for (var part = 0; part < layer.GradientParts; part++)
                    layer.CompleteGradient(part, input, gradient, images);
            });
            double changed = Best(images, () => layer.ParametersChanged(..((layer.Parameters?.Inputs ?? 0) + 1)));
            total += forward + backward + complete + changed;
            Console.WriteLine($"{layer.GetType().Name,-40}{forward,10:F3}{backward,10:F3}{complete,10:F3}{changed,10:F3}");
        }

        Console.WriteLine($"{"sum",-40}{total,10:F3}");
        return 0;
    }

    private static void ForEach(BatchSlice[] slices, Action<BatchSlice> action)
    {
        foreach (var slice in slices)
            action(slice);
    }

    private static double Best(int images, Action action)
    {
        var best = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var start = TimeProvider.System.GetTimestamp();
            action();
            best = Math.Min(best, TimeProvider.System.GetElapsedTime(start).TotalMicroseconds);
        }

        return best / images;
    }
}
