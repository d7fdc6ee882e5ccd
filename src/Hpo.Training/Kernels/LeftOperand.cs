namespace Hpo.Training.Kernels;

/// <summary>
/// The left matrix A of a product A·B, described by strides, so that one kernel serves dense layers, their transposes, and
/// convolutions (a convolution over channels-last images is a matrix product whose rows overlap in memory).
/// Element (r, k) with k = run·RunLength + step is at Start + r·Row + run·Run + step·Step.
/// </summary>
/// <typeparam name="T">The number.</typeparam>
/// <param name="start">The address of element (0, 0).</param>
/// <param name="row">The distance from a row to the next, in elements.</param>
/// <param name="step">The distance from a column to the next within a run.</param>
/// <param name="runLength">The number of columns in a run.</param>
/// <param name="runs">The number of runs.</param>
/// <param name="run">The distance from a run to the next.</param>
internal readonly unsafe ref struct LeftOperand<T>(T* start, nint row, nint step, int runLength, int runs = 1, nint run = 0)
    where T : unmanaged
{
    public readonly T* Start = start;
    public readonly nint Row = row;
    public readonly nint Step = step;
    public readonly int RunLength = runLength;
    public readonly int Runs = runs;
    public readonly nint Run = run;
}
