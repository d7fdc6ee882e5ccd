namespace Hpo.Engine.Tests.Randomness;

/// <summary>
/// xoshiro256** and SplitMix64 once more, straight from the recurrences in Blackman and Vigna, <i>Scrambled Linear Pseudorandom Number
/// Generators</i> (2021), and Steele, Lea and Flood, <i>Fast Splittable Pseudorandom Number Generators</i> (2014), in 128-bit arithmetic that
/// shares nothing with the code under test.
/// </summary>
internal sealed class ReferenceXoshiro
{
    private readonly ulong[] _state;

    public ReferenceXoshiro(ulong seed) =>
        _state = [SplitMix64(ref seed), SplitMix64(ref seed), SplitMix64(ref seed), SplitMix64(ref seed)];

    public static ulong SplitMix64(ref ulong state)
    {
        state = Low((UInt128)state + 0x9E3779B97F4A7C15);
        var mixed = state;
        mixed = Low((UInt128)(mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = Low((UInt128)(mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return mixed ^ (mixed >> 31);
    }

    public ulong Next()
    {
        var result = Low((UInt128)Rotate(Low((UInt128)_state[1] * 5), 7) * 9);
        var (s0, s1, s2, s3) = (_state[0], _state[1], _state[2], _state[3]);
        _state[0] = s0 ^ s3 ^ s1;
        _state[1] = s1 ^ s2 ^ s0;
        _state[2] = s2 ^ s0 ^ (s1 << 17);
        _state[3] = Rotate(s3 ^ s1, 45);
        return result;
    }

    private static ulong Rotate(ulong word, int bits) => (word << bits) | (word >> (64 - bits));

    private static ulong Low(UInt128 product) => (ulong)(product & ulong.MaxValue);
}
