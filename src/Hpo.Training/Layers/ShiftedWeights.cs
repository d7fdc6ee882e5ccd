using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>
/// The layout of a table of kernels shifted to the four pixels of a pooling window. The patches under the four pixels together cover
/// a window patch of (kernel + 1) × (kernel + 1) pixels. For each channel the table holds two copies of the kernel in rows as long as
/// the window patch, one for the left pixels and one for the right, each with a row of zeros above and below; starting at
/// the zeros above gives the kernel of a lower pixel, starting at the first row that of an upper one.
/// </summary>
internal static class ShiftedWeights
{
    /// <summary>The number of rows of a copy.</summary>
    public static int Rows(ConvolutionGeometry geometry) => geometry.KernelSize + 2;

    /// <summary>The length of a row: that of the window patch, in whole vectors.</summary>
    public static int RowLength(ConvolutionGeometry geometry, int lanes) =>
        AlignedArray.RoundUp((geometry.KernelSize + 1) * geometry.Input.Channels, lanes);

    /// <summary>Where the window patch of a channel starts if this pixel (0 and 1: upper row, 2 and 3: lower) won.</summary>
    public static int Offset(ConvolutionGeometry geometry, int lanes, int channel, int pixel)
    {
        var copy = channel * 2 + pixel % 2;
        var firstRow = pixel < 2 ? 1 : 0;
        return (copy * Rows(geometry) + firstRow) * RowLength(geometry, lanes);
    }
}
