using Hpo.Engine.Randomness;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Space;

/// <summary>What every domain has to do, whatever its kind.</summary>
public class DomainContractTests
{
    private const int Draws = 300;

    public static TheoryData<string> Domains => SoundDomains.Names;

    [Theory, MemberData(nameof(Domains))]
    public void It_is_sound(string name)
    {
        Assert.Empty(SoundDomains.Named(name).Problems());
    }

    [Theory, MemberData(nameof(Domains))]
    public void Every_draw_belongs_to_it_and_is_of_its_kind(string name)
    {
        var domain = SoundDomains.Named(name);
        foreach (var value in Sampled(domain))
        {
            Assert.Null(domain.Refuse(value));
            Assert.Contains(value.Kind, domain.Kinds);
            Assert.Equal(value, domain.Coerce(value));
        }
    }

    [Theory, MemberData(nameof(Domains))]
    public void Encoding_gives_a_position_in_the_unit_interval_that_decodes_to_the_same_value(string name)
    {
        var domain = SoundDomains.Named(name);
        foreach (var value in Sampled(domain))
        {
            var position = domain.Encode(value);
            Assert.InRange(position, 0, 1);
            AssertSame(domain, value, domain.Decode(position));
        }
    }

    [Theory, MemberData(nameof(Domains))]
    public void Decoding_a_position_and_encoding_the_value_stays_within_the_cell(string name)
    {
        var domain = SoundDomains.Named(name);
        if (domain is LogRandInt or LogUniform { Upper: < 1.1 } or RealDomain { Lower: double.Epsilon } or Uniform { Upper: double.Epsilon })
            return; // cells of unequal width, and ranges whose neighbouring doubles lie far apart
        var random = new RandomStream(7);
        var halfACell = domain.Cardinality is { } cells ? 0.5 / cells : 0;
        for (var i = 0; i < Draws; i++)
        {
            var position = random.NextDouble();
            Assert.InRange(Math.Abs(domain.Encode(domain.Decode(position)) - position), 0, halfACell + 1e-9);
        }
    }

    [Theory, MemberData(nameof(Domains))]
    public void Positions_beyond_the_ends_are_clamped_to_the_first_and_last_value(string name)
    {
        var domain = SoundDomains.Named(name);
        foreach (var beyond in new[] { -1e-9, -0.5, -1e300, double.NegativeInfinity })
            Assert.Equal(domain.Decode(0), domain.Decode(beyond));
        foreach (var beyond in new[] { 1 + 1e-9, 1.5, 1e300, double.PositiveInfinity })
            Assert.Equal(domain.Decode(1), domain.Decode(beyond));
    }

    [Theory, MemberData(nameof(Domains))]
    public void The_ends_of_the_unit_interval_are_the_ends_of_the_range(string name)
    {
        var domain = SoundDomains.Named(name);
        var (first, last) = (domain.Decode(0), domain.Decode(1));
        switch (domain)
        {
            case Uniform { Step: not null } stepped:
                Assert.Equal(stepped.Lower, first.AsReal());
                Assert.InRange(last.AsReal(), stepped.Lower, stepped.Upper);
                break;
            case RealDomain real:
                Assert.Equal(real.Lower, first.AsReal());
                Assert.Equal(real.Upper, last.AsReal());
                break;
            case IntegerDomain integer:
                Assert.Equal(integer.Lower, first.AsInteger());
                Assert.Equal(integer.Largest, last.AsInteger());
                break;
            case FiniteDomain finite:
                Assert.Equal(finite.Values[0], first);
                Assert.Equal(finite.Values[^1], last);
                break;
        }
    }

    [Theory, MemberData(nameof(Domains))]
    public void A_position_that_is_not_a_number_is_refused(string name)
    {
        var domain = SoundDomains.Named(name);
        Assert.Throws<ArgumentException>(() => domain.Decode(double.NaN));
    }

    [Theory, MemberData(nameof(Domains))]
    public void A_value_of_another_domain_is_refused_in_words_and_cannot_be_encoded(string name)
    {
        var domain = SoundDomains.Named(name);
        ParameterValue stranger = "no such value";
        Assert.NotNull(domain.Refuse(stranger));
        Assert.Equal(domain.Refuse(stranger), Assert.Throws<ArgumentException>(() => domain.Encode(stranger)).Message.Split(" (Parameter")[0]);
        Assert.NotNull(domain.Refuse(double.NaN));
        Assert.NotNull(domain.Refuse(double.PositiveInfinity));
    }

    [Theory, MemberData(nameof(Domains))]
    public void Its_number_of_values_is_what_can_be_drawn(string name)
    {
        var domain = SoundDomains.Named(name);
        if (domain.Cardinality is not (<= 2000 and var count))
            return;
        var centres = Enumerable.Range(0, 100 * (int)count).Select(i => domain.Decode((i + 0.5) / (100 * count)));
        Assert.Equal(count, centres.Distinct().Count());
    }

    [Theory, MemberData(nameof(Domains))]
    public void Its_values_are_numbered_in_the_order_of_their_positions(string name)
    {
        var domain = SoundDomains.Named(name);
        if (domain.Cardinality is not { } count)
        {
            Assert.Throws<InvalidOperationException>(() => domain.ValueAt(0));
            return;
        }

        Assert.Equal(domain.Decode(0), domain.ValueAt(0));
        Assert.Equal(domain.Decode(1), domain.ValueAt(count - 1));
        var sample = Math.Min(count, 1000);
        var values = Enumerable.Range(0, (int)sample).Select(i => domain.ValueAt((long)(i * (count / (double)sample)))).ToList();
        Assert.Equal(sample, values.Distinct().Count());
        Assert.All(values, value => Assert.Null(domain.Refuse(value)));
        var positions = values.Select(domain.Encode).ToList();
        Assert.Equal(positions.Order(), positions);
    }

    [Theory, MemberData(nameof(Domains))]
    public void The_same_stream_gives_the_same_draws(string name)
    {
        Assert.Equal(Sampled(SoundDomains.Named(name)), Sampled(SoundDomains.Named(name)));
    }

    [Fact]
    public void Two_domains_are_equal_when_they_are_written_alike()
    {
        foreach (var one in SoundDomains.All)
        {
            foreach (var other in SoundDomains.All)
                Assert.Equal(ReferenceEquals(one, other), one.Equals(other));
        }

        Assert.Equal(new Choice("a", "b"), new Choice("a", "b"));
        Assert.Equal(new Choice("a", "b").GetHashCode(), new Choice("a", "b").GetHashCode());
        Assert.NotEqual<Domain>(new Choice("a", "b"), new Ordinal("a", "b"));
        Assert.NotEqual(new Choice("a", "b"), new Choice("b", "a"));
        Assert.Equal(new Uniform(0, 1, 0.5), new Uniform(0, 1, 0.5));
    }

    [Fact]
    public void It_reads_like_the_call_that_makes_it_even_with_bad_bounds()
    {
        Assert.Equal("Uniform(0, 1)", new Uniform(0, 1).ToString());
        Assert.Equal("Uniform(1, 0, 0)", new Uniform(1, 0, 0).ToString());
        Assert.Equal("RandInt(32, 256)", new RandInt(32, 256).ToString());
        Assert.Equal("RandInt(0, 1, 0)", new RandInt(0, 1, 0).ToString());
        Assert.Equal("Choice(relu, 0.5, true)", new Choice("relu", 0.5, true).ToString());
    }

    private static List<ParameterValue> Sampled(Domain domain)
    {
        var random = new RandomStream(42);
        return [domain.Decode(0), domain.Decode(1), .. Enumerable.Range(0, Draws).Select(_ => domain.Sample(random))];
    }

    private static void AssertSame(Domain domain, ParameterValue expected, ParameterValue actual)
    {
        if (domain.Cardinality is not null)
        {
            Assert.Equal(expected, actual);
            return;
        }

        // a continuous value comes back but for rounding: relative to itself on a log scale, to the distance from 1 on the reverse one
        var real = (RealDomain)domain;
        var scale = domain switch
        {
            LogUniform => expected.AsReal(),
            ReverseLogUniform => 1,
            _ => Math.Max(Math.Abs(real.Lower), Math.Abs(real.Upper)),
        };
        Assert.InRange(actual.AsReal(), real.Lower, real.Upper);
        Assert.True(Math.Abs(actual.AsReal() - expected.AsReal()) <= (1e-12 * scale) + double.Epsilon, $"{expected} came back as {actual}");
    }
}
