using System.Buffers.Binary;
using Hpo.Engine.Randomness;
using Hpo.Engine.Tests.Support;

namespace Hpo.Engine.Tests.Randomness;

public class RandomStreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(20240229)]
    public void It_is_xoshiro256_starstar_seeded_through_SplitMix64(long seed)
    {
        var reference = new ReferenceXoshiro(unchecked((ulong)seed));
        var stream = new RandomStream(seed);
        for (var i = 0; i < 1000; i++)
            Assert.Equal(reference.Next(), stream.NextUInt64());
    }

    /// <summary>The numbers that the authors' C program prints for the state 1, 2, 3, 4.</summary>
    [Fact]
    public void It_gives_the_published_numbers()
    {
        var state = new byte[RandomStream.StateSize];
        for (var i = 0; i < 4; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(state.AsSpan(8 * i), (ulong)i + 1);
        var stream = new RandomStream(0);
        stream.RestoreState(state);
        Assert.Equal(
            [11520UL, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600],
            Enumerable.Range(0, 6).Select(_ => stream.NextUInt64()));
    }

    /// <summary>The numbers that SplitMix64's C program prints for the seed 1234567.</summary>
    [Fact]
    public void The_reference_of_these_tests_gives_the_published_numbers_too()
    {
        var seeder = 1234567UL;
        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL],
            Enumerable.Range(0, 5).Select(_ => ReferenceXoshiro.SplitMix64(ref seeder)));
    }

    [Fact]
    public void A_derived_stream_depends_on_nothing_but_seed_trial_and_purpose()
    {
        Assert.Equal(First(RandomStream.Derive(1, 2, "weights")), First(RandomStream.Derive(1, 2, "weights")));
        Assert.Equal(First(RandomStream.Derive(1, 2, "weights")), First(new RandomStream(RandomStream.DeriveSeed(1, 2, "weights"))));
    }

    [Fact]
    public void Streams_of_other_seeds_trials_and_purposes_are_others()
    {
        var seeds = new HashSet<long>();
        string[] purposes = ["", "a", "b", "ab", "ba", "weights", "Weights", "suggest", "evaluation"];
        foreach (var seed in new long[] { 0, 1, 2, -1, long.MaxValue, long.MinValue })
        {
            for (var trial = -1; trial < 200; trial++)
            {
                foreach (var purpose in purposes)
                    Assert.True(seeds.Add(RandomStream.DeriveSeed(seed, trial, purpose)));
            }
        }
    }

    [Fact]
    public void Neighbouring_streams_are_independent()
    {
        // the first number of each stream must be as uniform as the numbers of one stream, and no two streams be correlated
        Assert.InRange(Statistics.UniformPValue(Enumerable.Range(0, 5000).Select(trial => RandomStream.Derive(1, trial, "x").NextDouble())), Statistics.Doubtful, 1);
        Assert.InRange(Statistics.UniformPValue(Enumerable.Range(0, 5000).Select(seed => RandomStream.Derive(seed, 0, "x").NextDouble())), Statistics.Doubtful, 1);
        var (one, other) = (RandomStream.Derive(1, 0, "x"), RandomStream.Derive(1, 0, "y"));
        var correlation = MathNet.Numerics.Statistics.Correlation.Pearson(Draws(one, 10_000), Draws(other, 10_000));
        Assert.InRange(correlation, -0.04, 0.04);
    }

    [Fact]
    public void A_saved_stream_goes_on_where_it_was()
    {
        var stream = new RandomStream(9);
        stream.NextGaussian();
        var state = stream.SaveState();
        var expected = First(stream);
        var restored = new RandomStream(0);
        restored.RestoreState(state);
        Assert.Equal(expected, First(restored));
    }

    [Fact]
    public void A_state_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new RandomStream(0).RestoreState(new byte[31]));
        Assert.Throws<ArgumentException>(() => new RandomStream(0).RestoreState(new byte[32]));
    }

    [Fact]
    public void Its_real_numbers_are_uniform_and_below_1()
    {
        var stream = new RandomStream(4);
        Assert.InRange(Statistics.UniformPValue(Draws(stream, 20_000)), Statistics.Doubtful, 1);
        Assert.InRange(Statistics.UniformPValue(Enumerable.Range(0, 20_000).Select(_ => (double)stream.NextSingle())), Statistics.Doubtful, 1);
        Assert.All(Draws(stream, 20_000), number => Assert.InRange(number, 0, 1 - 1e-17));
    }

    [Fact]
    public void Its_gaussian_numbers_are_normally_distributed()
    {
        var stream = new RandomStream(5);
        Assert.InRange(
            Statistics.UniformPValue(Enumerable.Range(0, 20_000).Select(_ => MathNet.Numerics.Distributions.Normal.CDF(0, 1, stream.NextGaussian()))),
            Statistics.Doubtful, 1);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-3, 4)]
    [InlineData(0, 10)]
    [InlineData(int.MaxValue - 5, int.MaxValue)]
    public void Integers_of_a_range_are_equally_probable_without_its_upper_end(int lower, int upper)
    {
        var stream = new RandomStream(6);
        var counts = Enumerable.Range(0, 10_000).CountBy(_ => stream.Next(lower, upper)).ToDictionary();
        Assert.Equal(Enumerable.Range(lower, upper - lower), counts.Keys.Order());
        if (counts.Count > 1)
            Assert.InRange(Statistics.ChiSquarePValue([.. counts.Values], [.. counts.Select(_ => 1.0 / counts.Count)]), Statistics.Doubtful, 1);
    }

    [Fact]
    public void Every_overload_of_its_base_class_draws_from_the_stream_itself()
    {
        var (stream, twin) = (new RandomStream(8), new RandomStream(8));
        var word = new byte[8];
        stream.NextBytes(word);
        Assert.Equal(twin.NextUInt64(), BinaryPrimitives.ReadUInt64LittleEndian(word));
        Assert.InRange(stream.Next(), 0, int.MaxValue - 1);
        Assert.InRange(stream.Next(5), 0, 4);
        Assert.InRange(stream.NextInt64(), 0, long.MaxValue - 1);
        Assert.InRange(stream.NextInt64(long.MinValue, long.MaxValue), long.MinValue, long.MaxValue - 1);
        Assert.Equal(3, stream.Next(3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Next(4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextInt64(-1));
        var odd = new byte[13];
        stream.NextBytes(odd);
        Assert.Contains(odd[8..], value => value != 0);
        int[] shuffled = [1, 2, 3, 4, 5, 6, 7, 8], again = [1, 2, 3, 4, 5, 6, 7, 8];
        new RandomStream(1).Shuffle(shuffled);
        new RandomStream(1).Shuffle(again);
        Assert.Equal(shuffled, again);
    }

    private static List<ulong> First(RandomStream stream) => [.. Enumerable.Range(0, 20).Select(_ => stream.NextUInt64())];

    private static double[] Draws(RandomStream stream, int count) => [.. Enumerable.Range(0, count).Select(_ => stream.NextDouble())];
}
