using System.Numerics;

namespace Hpo.Engine.Searchers.Sobol;

/// <summary>
/// Sobol's sequence: points that fill the unit cube more evenly than random ones. Among the first 2^m, each interval
/// [k/2^m, (k+1)/2^m) of each coordinate holds exactly one. Direction numbers of Joe and Kuo (2008); in the order of Antonov and Saleev (1979),
/// in which they are published; scrambled on request (Owen, 1995).
/// </summary>
internal sealed class SobolSequence
{
    /// <summary>The largest number of dimensions.</summary>
    public const int MaxDimensions = 100;

    private const int Digits = 32;

    /// <summary>The number of points in the sequence.</summary>
    public const long Length = 1L << Digits;

    /// <summary>For each dimension its 32 direction numbers v₁ … v₃₂, as binary fractions of 32 digits.</summary>
    private readonly uint[][] _directions;
    private readonly OwenScrambling? _scrambling;

    /// <summary>Prepares a sequence.</summary>
    /// <param name="dimensions">The number of coordinates, from 0 to <see cref="MaxDimensions"/>.</param>
    /// <param name="scramblingSeed">Chooses one of the scramblings; null for the sequence as published, whose first point is the origin.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no direction numbers for so many dimensions.</exception>
    public SobolSequence(int dimensions, long? scramblingSeed = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimensions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MaxDimensions);
        _directions = new uint[dimensions][];
        for (var i = 0; i < dimensions; i++)
            _directions[i] = i == 0 ? FirstDimension() : Directions(DirectionNumbers.Rows[i - 1]);
        if (scramblingSeed is { } seed)
            _scrambling = new OwenScrambling(dimensions, seed);
    }

    /// <summary>The number of coordinates.</summary>
    public int Dimensions => _directions.Length;

    /// <summary>Computes a point; any one, at the same cost.</summary>
    /// <param name="index">From 0, below <see cref="Length"/>.</param>
    /// <param name="into">Where its coordinates go, each of [0, 1); as long as there are dimensions.</param>
    public void Point(long index, Span<double> into)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(into.Length, Dimensions);
        var gray = (uint)(index ^ (index >> 1));
        for (var i = 0; i < into.Length; i++)
        {
            var digits = 0u;
            for (var rest = gray; rest != 0; rest &= rest - 1)
                digits ^= _directions[i][BitOperations.TrailingZeroCount(rest)];
            into[i] = _scrambling?.Apply(i, digits) ?? digits * (1.0 / Length);
        }
    }

    /// <summary>The radical inverse of van der Corput: m is always 1.</summary>
    private static uint[] FirstDimension() => [.. Enumerable.Range(0, Digits).Select(i => 1u << (Digits - 1 - i))];

    /// <summary>
    /// The direction numbers v_i = m_i / 2^i; from the degree s on by v_i = a₁·v₍ᵢ₋₁₎ ⊕ … ⊕ a₍s₋₁₎·v₍i₋s₊₁₎ ⊕ v₍i₋s₎ ⊕ v₍i₋s₎ / 2^s.
    /// </summary>
    private static uint[] Directions(ushort[] row)
    {
        var degree = row.Length - 1;
        var coefficients = row[0];
        var directions = new uint[Digits];
        for (var i = 0; i < Digits; i++)
        {
            if (i < degree)
            {
                directions[i] = (uint)row[i + 1] << (Digits - 1 - i);
                continue;
            }

            directions[i] = directions[i - degree] ^ (directions[i - degree] >> degree);
            for (var k = 1; k < degree; k++)
            {
                if (((coefficients >> (degree - 1 - k)) & 1) != 0)
                    directions[i] ^= directions[i - k];
            }
        }

        return directions;
    }
}
