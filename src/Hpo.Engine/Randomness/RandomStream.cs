using System.Buffers.Binary;
using System.Numerics;

namespace Hpo.Engine.Randomness;

/// <summary>
/// A reproducible stream of random numbers: xoshiro256** (Blackman and Vigna, 2021), seeded through SplitMix64.
/// Every stream is derived from (seed, trial, purpose), so that no draw depends on what other trials or threads do.
/// Not safe for use by several threads at once: derive one stream each.
/// </summary>
public sealed class RandomStream : Random
{
    /// <summary>The number of bytes that <see cref="SaveState"/> returns.</summary>
    public const int StateSize = 4 * sizeof(ulong);

    private ulong _s0, _s1, _s2, _s3;

    /// <summary>Starts a stream at a seed. Prefer <see cref="Derive"/>, which keeps purposes apart.</summary>
    public RandomStream(long seed)
        : base(0)
    {
        var state = unchecked((ulong)seed);
        _s0 = SplitMix64(ref state);
        _s1 = SplitMix64(ref state);
        _s2 = SplitMix64(ref state);
        _s3 = SplitMix64(ref state);
    }

    /// <summary>The stream of one purpose ("weights", "suggest", …) of one trial of a study.</summary>
    /// <param name="seed">The study's seed; any value.</param>
    /// <param name="trialId">The trial's number, or a negative number for a stream that belongs to the study as a whole.</param>
    /// <param name="purpose">What the numbers are for; streams of different purposes are independent.</param>
    public static RandomStream Derive(long seed, int trialId, string purpose) => new(DeriveSeed(seed, trialId, purpose));

    /// <summary>The seed that <see cref="Derive"/> starts from: for handing on to code that derives streams of its own.</summary>
    public static long DeriveSeed(long seed, int trialId, string purpose)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        var state = unchecked((ulong)seed);
        var hash = SplitMix64(ref state) ^ unchecked((ulong)(uint)trialId);
        hash = SplitMix64(ref hash);
        foreach (var letter in purpose)
        {
            hash ^= letter;
            hash = SplitMix64(ref hash);
        }

        return unchecked((long)hash);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number of [0, 1) with 53 random bits.</summary>
    public override double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number of [0, 1) with 24 random bits.</summary>
    public override float NextSingle() => (NextUInt64() >> 40) * (1.0f / (1U << 24));

    /// <summary>A draw from the standard normal distribution (Box and Muller, 1958).</summary>
    public double NextGaussian()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <inheritdoc/>
    public override int Next() => (int)NextBelow(int.MaxValue);

    /// <inheritdoc/>
    public override int Next(int maxValue) => Next(0, maxValue);

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue) => (int)NextInt64(minValue, maxValue);

    /// <inheritdoc/>
    public override long NextInt64() => (long)NextBelow(long.MaxValue);

    /// <inheritdoc/>
    public override long NextInt64(long maxValue) => NextInt64(0, maxValue);

    /// <inheritdoc/>
    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        var range = unchecked((ulong)(maxValue - minValue));
        return range == 0 ? minValue : unchecked(minValue + (long)NextBelow(range));
    }

    /// <inheritdoc/>
    public override void NextBytes(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        NextBytes(buffer.AsSpan());
    }

    /// <inheritdoc/>
    public override void NextBytes(Span<byte> buffer)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        while (!buffer.IsEmpty)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, NextUInt64());
            var count = Math.Min(word.Length, buffer.Length);
            word[..count].CopyTo(buffer);
            buffer = buffer[count..];
        }
    }

    /// <summary>The state of the stream, for a checkpoint.</summary>
    public byte[] SaveState()
    {
        var state = new byte[StateSize];
        BinaryPrimitives.WriteUInt64LittleEndian(state, _s0);
        BinaryPrimitives.WriteUInt64LittleEndian(state.AsSpan(8), _s1);
        BinaryPrimitives.WriteUInt64LittleEndian(state.AsSpan(16), _s2);
        BinaryPrimitives.WriteUInt64LittleEndian(state.AsSpan(24), _s3);
        return state;
    }

    /// <summary>Goes on where <see cref="SaveState"/> left off.</summary>
    /// <exception cref="ArgumentException">The state has the wrong length, or is all zeros, which no stream ever reaches.</exception>
    public void RestoreState(ReadOnlySpan<byte> state)
    {
        if (state.Length != StateSize)
            throw new ArgumentException($"A random state has {StateSize} bytes, not {state.Length}.", nameof(state));
        if (!state.ContainsAnyExcept((byte)0))
            throw new ArgumentException("A random state is never all zeros: the stream would repeat one number for ever.", nameof(state));
        _s0 = BinaryPrimitives.ReadUInt64LittleEndian(state);
        _s1 = BinaryPrimitives.ReadUInt64LittleEndian(state[8..]);
        _s2 = BinaryPrimitives.ReadUInt64LittleEndian(state[16..]);
        _s3 = BinaryPrimitives.ReadUInt64LittleEndian(state[24..]);
    }

    /// <inheritdoc/>
    protected override double Sample() => NextDouble();

    /// <summary>A number of [0, range), each equally probable, by rejection (Lemire, 2019).</summary>
    private ulong NextBelow(ulong range)
    {
        var high = Math.BigMul(NextUInt64(), range, out var low);
        if (low < range)
        {
            var threshold = unchecked(0UL - range) % range;
            while (low < threshold)
                high = Math.BigMul(NextUInt64(), range, out low);
        }

        return high;
    }

    private static ulong SplitMix64(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
