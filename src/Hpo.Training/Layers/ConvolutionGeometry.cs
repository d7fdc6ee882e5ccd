using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>The sizes of a convolution of stride 1 over channels-last images.</summary>
/// <param name="Input">The shape of an input image, without padding.</param>
/// <param name="OutputChannels">The number of output channels.</param>
/// <param name="KernelSize">The height and width of the kernel.</param>
/// <param name="Padding">The number of zero rows and columns added on each side.</param>
public readonly record struct ConvolutionGeometry(ImageShape Input, int OutputChannels, int KernelSize, int Padding = 0)
{
    /// <summary>The shape of an input image with its margin.</summary>
    public ImageShape PaddedInput => PaddedImages<float>.PaddedShape(Input, Padding);

    /// <summary>The shape of an output image.</summary>
    public ImageShape Output =>
        new(PaddedInput.Height - KernelSize + 1, PaddedInput.Width - KernelSize + 1, OutputChannels);

    /// <summary>The length of a row of the padded input.</summary>
    public int RowLength => PaddedInput.Width * Input.Channels;

    /// <summary>The length of one row of the patch under the kernel; its pixels and channels are neighbours in memory.</summary>
    public int PatchRow => KernelSize * Input.Channels;

    /// <summary>The number of inputs of one output: the size of a patch.</summary>
    public int PatchSize => KernelSize * PatchRow;

    /// <summary>Zero parameters of the right size. Weights are ordered like the patch: row, pixel, channel.</summary>
    internal ParameterMatrix<T> NewParameters<T>(int lanes)
        where T : unmanaged =>
        new(PatchSize, OutputChannels, lanes, KernelSize * KernelSize * OutputChannels);

    /// <summary>The patches of the output row <paramref name="y"/> as the rows of a matrix.</summary>
    internal unsafe LeftOperand<T> Patches<T>(T* paddedImage, int y)
        where T : unmanaged =>
        new(paddedImage + (nint)y * RowLength, Input.Channels, 1, PatchRow, KernelSize, RowLength);

    /// <summary>Throws unless the kernel fits the image.</summary>
    /// <exception cref="ArgumentException">The kernel is larger than the padded image.</exception>
    internal ConvolutionGeometry Checked() => Output is { Height: > 0, Width: > 0 }
        ? this
        : throw new ArgumentException($"A kernel of size {KernelSize} does not fit images of {PaddedInput}.");
}
