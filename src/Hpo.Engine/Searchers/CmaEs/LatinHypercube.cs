using Hpo.Engine.Randomness;

namespace Hpo.Engine.Searchers.CmaEs;

/// <summary>
/// Latin hypercube samples (McKay, Beckman and Conover, <i>A comparison of three methods for selecting values of input variables</i>, 1979):
/// each coordinate is uniformly distributed, and of every so many samples one falls into each of as many equal parts of every axis.
/// </summary>
/// <param name="dimensions">The number of coordinates.</param>
/// <param name="size">After how many samples new permutations are drawn.</param>
internal sealed class LatinHypercube(int dimensions, int size)
{
    /// <summary>For each coordinate the order in which its parts are visited.</summary>
    private readonly int[][] _parts = [.. Enumerable.Range(0, dimensions).Select(_ => Enumerable.Range(0, size).ToArray())];
    private int _next;

    /// <summary>The next sample.</summary>
    /// <param name="random">The source of the draws.</param>
    public double[] Next(RandomStream random)
    {
        if (_next % size == 0)
        {
            foreach (var parts in _parts)
                random.Shuffle(parts);
        }

        var part = _next++ % size;
        var sample = new double[dimensions];
        for (var i = 0; i < dimensions; i++)
            sample[i] = (_parts[i][part] + random.NextDouble()) / size;
        return sample;
    }

    /// <summary>Begins again, with new permutations.</summary>
    public void Reset() => _next = 0;
}
