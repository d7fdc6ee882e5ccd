namespace Hpo.Training.Kernels;

/// <summary>What all aligned arrays agree on.</summary>
public static class AlignedArray
{
    /// <summary>The widest vector, in lanes, that may be read or written at the end of an array.</summary>
    public const int MaxLanes = 16;

    // elements: at this distance, floats share one set of sixteen
    private const int SetStride = 256;

    /// <summary>The alignment of the first element, in bytes: one cache line.</summary>
    public const int Alignment = 64;

    /// <summary>The smallest multiple of <paramref name="multiple"/> that is not below <paramref name="value"/>.</summary>
    public static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;

    /// <summary>
    /// The distance between rows of so many elements each: rounded up to whole vectors, and by one more where a column would otherwise
    /// lie in a few sets of the cache only.
    /// </summary>
    public static int Pitch(int length, int lanes)
    {
        var pitch = RoundUp(length, lanes);
        return pitch % SetStride == 0 ? pitch + MaxLanes : pitch;
    }
}
