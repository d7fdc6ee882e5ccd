namespace Hpo.Training.Layers;

/// <summary>
/// One layer of a network. A layer owns its output and the gradient with respect to its input, for a whole mini-batch; its methods
/// work on a slice of the batch, so that several threads can use a layer at once, each on slices of its own.
/// </summary>
/// <typeparam name="T">The number computed with: float to train, double to check.</typeparam>
public abstract unsafe class Layer<T>
    where T : unmanaged
{
    /// <summary>Makes the buffers.</summary>
    /// <param name="input">The shape of an input image.</param>
    /// <param name="output">The shape of an output image.</param>
    /// <param name="options">The batch size to make room for, and whether the gradient with respect to the input is wanted.</param>
    protected Layer(ImageShape input, ImageShape output, LayerOptions options)
    {
        InputShape = input;
        Output = new ImageBatch<T>(output, options.Capacity);
        InputGradient = options.NeedsInputGradient ? new ImageBatch<T>(input, options.Capacity) : null;
    }

    /// <summary>The shape of an input image.</summary>
    public ImageShape InputShape { get; }

    /// <summary>What <see cref="Forward"/> computed.</summary>
    public ImageBatch<T> Output { get; }

    /// <summary>
    /// The gradient of the loss with respect to the input, which <see cref="Backward"/> computed; null where nobody needs it
    /// (the first layer of a network).
    /// </summary>
    public ImageBatch<T>? InputGradient { get; }

    /// <summary>The trainable parameters; null for a layer that has none.</summary>
    public virtual ParameterMatrix<T>? Parameters => null;

    /// <summary>The number of parts in which <see cref="CompleteGradient"/> can be shared out; 0 for a layer without parameters.</summary>
    public virtual int GradientParts => 0;

    /// <summary>Says which step of a training comes next, before <see cref="Forward"/>: a layer that draws draws anew for each step.</summary>
    /// <param name="step">Differs between any two batches of a training.</param>
    public virtual void StartStep(long step)
    {
    }

    /// <summary>Computes the output of a slice of images.</summary>
    /// <param name="input">The input of the whole batch.</param>
    /// <param name="slice">The images to compute.</param>
    /// <param name="training">Whether this is training (dropout drops) or evaluation.</param>
    public abstract void Forward(ImageBatch<T> input, BatchSlice slice, bool training);

    /// <summary>
    /// Computes the gradient with respect to the input of a slice of images, after <see cref="Forward"/> on the same slice, and
    /// whatever part of the parameters' gradient is cheapest to sum image by image.
    /// </summary>
    /// <param name="input">What <see cref="Forward"/> was given.</param>
    /// <param name="outputGradient">The gradient of the loss with respect to the output.</param>
    /// <param name="slice">The images to compute.</param>
    public abstract void Backward(ImageBatch<T> input, ImageBatch<T> outputGradient, BatchSlice slice);

    /// <summary>
    /// Completes the parameters' gradient when all slices have gone through <see cref="Backward"/>. Parts touch different rows of the
    /// gradient, so several threads can work on them at once.
    /// </summary>
    /// <param name="part">The part, from 0 to <see cref="GradientParts"/> − 1.</param>
    /// <param name="input">What <see cref="Forward"/> was given.</param>
    /// <param name="outputGradient">What <see cref="Backward"/> was given.</param>
    /// <param name="images">The number of images in the batch.</param>
    /// <returns>The rows of <see cref="Parameters"/> whose gradient is now complete.</returns>
    public virtual Range CompleteGradient(int part, ImageBatch<T> input, ImageBatch<T> outputGradient, int images) => default;

    /// <summary>Brings whatever was computed from the parameters up to date, after rows of them changed.</summary>
    public virtual void ParametersChanged(Range rows)
    {
    }
}
