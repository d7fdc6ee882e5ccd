using static TorchSharp.torch;

namespace Hpo.Training.Torch;

/// <summary>Loss and error of a network that gives a score to each class.</summary>
internal static class Classification
{
    /// <summary>The mean cross-entropy of a batch.</summary>
    public static Tensor Loss(Tensor scores, Tensor classes) => nn.functional.cross_entropy(scores, classes);

    /// <summary>The number of examples whose highest score is not their class’s.</summary>
    public static Tensor Mistakes(Tensor scores, Tensor classes) => scores.argmax(1).ne(classes).sum();
}
