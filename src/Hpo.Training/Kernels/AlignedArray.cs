namespace Hpo.Training.Kernels;

/// <summary>What all aligned arrays agree on.</summary>
public static class AlignedArray
{
    /// <summary>The widest vector, in lanes, that may be read or written at the end of an array.</summary>
    public const int MaxLanes = 16;

    /// <summary>The alignment of the first element, in bytes: one cache line.</summary>
    public const int Alignment = 64;

    /// <summary>The smallest multiple of <paramref name="multiple"/> that is not below <paramref name="value"/>.</summary>
    public static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;
}
