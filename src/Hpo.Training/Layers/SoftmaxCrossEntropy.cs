using System.Numerics;

namespace Hpo.Training.Layers;

/// <summary>
/// The mean cross-entropy −log p[label] of a batch under p = softmax(scores), its gradient (p − 1[label]) / images, and the number
/// of images whose largest score is not at their label.
/// </summary>
/// <typeparam name="T">The number.</typeparam>
public sealed unsafe class SoftmaxCrossEntropy<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _classes;
    private readonly double[] _losses;
    private readonly int[] _mistakes;

    /// <summary>Makes the buffers.</summary>
    /// <param name="classes">The number of classes.</param>
    /// <param name="capacity">The largest number of images in a batch.</param>
    public SoftmaxCrossEntropy(int classes, int capacity)
    {
        _classes = classes;
        ScoreGradient = new ImageBatch<T>(ImageShape.Vector(classes), capacity);
        _losses = new double[BatchSlice.CountFor(capacity)];
        _mistakes = new int[_losses.Length];
    }

    /// <summary>The gradient of the mean loss with respect to the scores.</summary>
    public ImageBatch<T> ScoreGradient { get; }

    /// <summary>Computes loss, gradient and mistakes of a slice.</summary>
    /// <param name="scores">One score for each class, for each image.</param>
    /// <param name="labels">The class of each image of the batch.</param>
    /// <param name="slice">The images to compute.</param>
    public void Compute(ImageBatch<T> scores, ReadOnlySpan<byte> labels, BatchSlice slice)
    {
        var share = T.One / T.CreateChecked(labels.Length);
        var loss = 0.0;
        var mistakes = 0;
        for (var image = slice.First; image < slice.End; image++)
        {
            var score = scores.Image(image);
            int label = labels[image], best = Largest(score);
            if (best != label)
                mistakes++;
            var gradient = ScoreGradient.Image(image);
            var sum = T.Zero;
            for (var i = 0; i < _classes; i++)
                sum += gradient[i] = T.Exp(score[i] - score[best]);
            loss += double.CreateChecked(T.Log(sum) - (score[label] - score[best]));
            for (var i = 0; i < _classes; i++)
                gradient[i] *= share / sum;
            gradient[label] -= share;
        }

        _losses[slice.Index] = loss / labels.Length;
        _mistakes[slice.Index] = mistakes;
    }

    /// <summary>The mean loss of a batch of so many images, once all of its slices are computed; NaN when a score is.</summary>
    public double Loss(int images)
    {
        var sum = 0.0;
        foreach (var loss in _losses.AsSpan(0, BatchSlice.CountFor(images)))
            sum += loss;
        return sum;
    }

    /// <summary>The number of wrong images in a batch of so many images, once all of its slices are computed.</summary>
    public int Mistakes(int images)
    {
        var sum = 0;
        foreach (var mistakes in _mistakes.AsSpan(0, BatchSlice.CountFor(images)))
            sum += mistakes;
        return sum;
    }

    private static int Largest(ReadOnlySpan<T> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        return best;
    }
}
