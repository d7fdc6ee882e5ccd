using System.Runtime.CompilerServices;
using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>Copies of single pixels by whole vectors.</summary>
internal static unsafe class Pixels<TLanes, T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>
    /// Copies the channels of a pixel. Whole vectors are written, so up to a vector beyond the last channel is overwritten: copy
    /// pixels in ascending order.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(T* source, T* destination, int channels)
    {
        for (var channel = 0; channel < channels; channel += TLanes.Count)
            TLanes.Load(source + channel).Store(destination + channel);
    }
}
