using Hpo.Engine.Randomness;

namespace Hpo.Engine.Searchers.Sobol;

/// <summary>
/// Nested uniform scrambling in base 2 (Owen, <i>Randomly permuted (t,m,s)-nets and (t,s)-sequences</i>, 1995): each binary digit of a
/// coordinate is flipped or not by a fair coin that belongs to the digits before it. Each scrambled point is uniformly distributed, and the
/// points together stay as evenly spread as they were. The coins are not kept: they are hashed from the place in the tree of digits.
/// </summary>
internal sealed class OwenScrambling
{
    private const int Digits = 32;

    /// <summary>How many random digits follow, so that the coordinate has all 53 digits of a double below 1.</summary>
    private const int MoreDigits = 53 - Digits;

    /// <summary>For each dimension what its coins are hashed from.</summary>
    private readonly ulong[] _keys;

    public OwenScrambling(int dimensions, long seed)
    {
        _keys = new ulong[dimensions];
        for (var i = 0; i < dimensions; i++)
            _keys[i] = unchecked((ulong)RandomStream.DeriveSeed(seed, i, "Owen scrambling"));
    }

    /// <summary>The scrambled coordinate, of [0, 1).</summary>
    /// <param name="dimension">From 0.</param>
    /// <param name="digits">The coordinate's 32 binary digits.</param>
    public double Apply(int dimension, uint digits)
    {
        var key = _keys[dimension];
        var flips = 0u;
        for (var digit = 0; digit < Digits; digit++)
        {
            // the nodes of the tree of digits are numbered by rows: 1 is the root, 2 and 3 are the nodes after digit 0 and 1, …
            var node = (1UL << digit) | ((ulong)digits >> (Digits - digit));
            flips = (flips << 1) | (uint)(Hash(key, node) >> 63);
        }

        // beyond its 32 digits the coordinate is zero, and zeros flipped by fair coins are random digits
        var more = Hash(key, (1UL << Digits) | digits) >> (64 - MoreDigits);
        return (((ulong)(digits ^ flips) << MoreDigits) | more) * (1.0 / (1UL << 53));
    }

    /// <summary>The output of the generator SplitMix64 (Steele et al., 2014) at a place of its sequence.</summary>
    private static ulong Hash(ulong key, ulong place)
    {
        var z = unchecked(key + (place * 0x9E3779B97F4A7C15));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
