using System.Numerics;
using Hpo.Engine.Randomness;

namespace Hpo.Engine.Searchers.Grid;

/// <summary>
/// The numbers below a count in random order: the shuffle of Fisher and Yates, in which only the places that have been swapped are kept, so
/// that the count may be as large as one likes.
/// </summary>
internal sealed class LazyShuffle(BigInteger count, long seed)
{
    /// <summary>What stands at the places that are left and have been swapped; at the others stands their own number.</summary>
    private readonly Dictionary<BigInteger, BigInteger> _swapped = [];
    private int _drawn;

    /// <summary>The next number; each comes once. Not to be called more often than there are numbers.</summary>
    public BigInteger Next()
    {
        var place = _drawn + Below(count - _drawn, RandomStream.Derive(seed, _drawn, "shuffle"));
        var first = _swapped.Remove(_drawn, out var moved) ? moved : _drawn;
        var chosen = first;
        if (place != _drawn)
        {
            chosen = _swapped.GetValueOrDefault(place, place);
            _swapped[place] = first;
        }

        _drawn++;
        return chosen;
    }

    /// <summary>A random number below a limit: 64 bits more than the limit has, so that the remainders are equally probable.</summary>
    private static BigInteger Below(BigInteger limit, RandomStream random)
    {
        var bytes = new byte[limit.GetByteCount() + sizeof(ulong)];
        random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) % limit;
    }
}
