using System.Collections.Immutable;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Space;

/// <summary>
/// What a small picture of a sound domain shows: bars where values lie, on the domain's own scale, a sample of draws for a continuous
/// domain, and the initial value. All positions go from 0 at the left to 1 at the right.
/// </summary>
public sealed record DistributionSketch
{
    /// <summary>Up to this many values are bars of their own.</summary>
    private const int MostBars = 48;

    private const int DrawCount = 60;

    /// <summary>The share of its room that a bar fills when its neighbours are bars of their own.</summary>
    private const double BarFill = 0.8;

    public ImmutableArray<SketchBar> Bars { get; private init; } = [];

    /// <summary>Where a sample fell; empty when each value has a bar of its own.</summary>
    public ImmutableArray<double> Draws { get; private init; } = [];

    public ImmutableArray<SketchTick> Ticks { get; private init; } = [];

    /// <summary>Where the initial value lies; null when there is none.</summary>
    public double? Initial { get; private init; }

    /// <summary>The picture in words.</summary>
    public string Description { get; private init; } = "";

    /// <param name="domain">A sound domain.</param>
    /// <param name="initial">A value of it to mark; null for none.</param>
    /// <param name="seed">Makes the sample: always the same for the same picture, which must not flicker while one types, and another one for others.</param>
    public static DistributionSketch Of(Domain domain, ParameterValue? initial, int seed = 0)
    {
        var sketch = domain is FiniteDomain finite ? OfList(finite, initial) : OfNumbers(domain, initial, seed);
        var words = Describe(domain);
        return sketch with { Description = initial is { } value && domain is not Constant ? $"{words} Initial value {value}." : words };
    }

    private static DistributionSketch OfList(FiniteDomain domain, ParameterValue? initial)
    {
        var count = domain.Values.Length;
        return new DistributionSketch
        {
            Bars = count <= MostBars ? [.. Enumerable.Range(0, count).Select(i => Bar(i / (double)count, (i + 1.0) / count))] : [new SketchBar(0, 1)],
            Ticks = SketchAxis.Categories([.. domain.Values.Select(value => value.ToShortString())]),
            Initial = initial is { } value && domain is not Constant ? domain.Encode(value) : null,
        };
    }

    private static DistributionSketch OfNumbers(Domain domain, ParameterValue? initial, int seed)
    {
        // a range so wide that its width is no number any more has no axis to stand on
        if (domain is RealDomain { Lower: var lower, Upper: var upper } && !double.IsFinite(upper - lower))
            return new DistributionSketch { Bars = [new SketchBar(0, 1)] };
        var axis = AxisOf(domain);
        var hasBars = domain.Cardinality is <= MostBars;
        return new DistributionSketch
        {
            Bars = hasBars ? [.. Values(domain).Select(value => Bar(domain, axis, value))] : [new SketchBar(0, 1)],
            Draws = hasBars ? [] : Sample(domain, axis, seed),
            Ticks = axis.Ticks,
            Initial = initial is { } value ? axis.Position(value.AsReal()) : null,
        };
    }

    private static SketchAxis AxisOf(Domain domain) => domain switch
    {
        LogUniform log => SketchAxis.Log(log.Lower, log.Upper),
        ReverseLogUniform reverse => SketchAxis.ReverseLog(reverse.Lower, reverse.Upper),
        // half an integer of room on both sides, as the engine's distribution has it
        LogRandInt log => SketchAxis.Log(log.Lower, log.Largest, 0.5),
        RandInt integer => SketchAxis.Linear(integer.Lower, integer.Largest, integer.Step / 2.0),
        Uniform { Step: { } step } stepped => SketchAxis.Linear(stepped.Lower, stepped.Decode(1).AsReal(), step / 2),
        RealDomain real => SketchAxis.Linear(real.Lower, real.Upper),
        _ => throw new ArgumentOutOfRangeException(nameof(domain), domain, null),
    };

    private static IEnumerable<ParameterValue> Values(Domain domain)
    {
        var count = domain.Cardinality!.Value;
        // the engine puts integers on a log scale by their probability, not in equal cells
        return domain is LogRandInt log
            ? Enumerable.Range(0, (int)count).Select(i => ParameterValue.FromInteger(log.Lower + i))
            : Enumerable.Range(0, (int)count).Select(i => domain.Decode((i + 0.5) / count));
    }

    private static SketchBar Bar(Domain domain, SketchAxis axis, ParameterValue value)
    {
        var half = domain switch
        {
            RandInt integer => integer.Step / 2.0,
            Uniform { Step: { } step } => step / 2,
            _ => 0.5,
        };
        return Bar(axis.Position(value.AsReal() - half), axis.Position(value.AsReal() + half));
    }

    private static SketchBar Bar(double start, double end)
    {
        var gap = (end - start) * (1 - BarFill) / 2;
        return new SketchBar(start + gap, end - start - (2 * gap));
    }

    private static ImmutableArray<double> Sample(Domain domain, SketchAxis axis, int seed)
    {
        var random = RandomStream.Derive(seed, -1, "picture");
        return [.. Enumerable.Range(0, DrawCount).Select(_ => axis.Position(domain.Sample(random).AsReal()))];
    }

    private static string Describe(Domain domain) => domain switch
    {
        Uniform { Step: { } step } stepped => $"Values from {ValueText.Write(stepped.Lower)} to {ValueText.Write(stepped.Decode(1).AsReal())} in steps of {ValueText.Write(step)}, each equally likely.",
        LogUniform real => $"Values from {Range(real)} on a log scale: every factor of ten is equally likely.",
        ReverseLogUniform real => $"Values from {Range(real)} on a reverse log scale: finer towards 1.",
        RealDomain real => $"Values from {Range(real)}, all equally likely.",
        RandInt { Step: > 1 } stepped => $"Whole numbers from {ValueText.Write(stepped.Lower)} to {ValueText.Write(stepped.Largest)} in steps of {ValueText.Write(stepped.Step)}, each equally likely.",
        LogRandInt integer => $"Whole numbers from {ValueText.Write(integer.Lower)} to {ValueText.Write(integer.Largest)} on a log scale: every factor of ten is about equally likely.",
        IntegerDomain integer => $"Whole numbers from {ValueText.Write(integer.Lower)} to {ValueText.Write(integer.Largest)}, each equally likely.",
        Constant constant => $"Always {constant.Value}.",
        FiniteDomain { Values.Length: 1 } single => $"Always {single.Values[0]}.",
        FiniteDomain finite => $"{(finite is Ordinal ? "One of these values, in this order" : "One of these values")}, each equally likely: {Listed(finite)}.",
        _ => "",
    };

    private static string Range(RealDomain domain) => $"{ValueText.Write(domain.Lower)} to {ValueText.Write(domain.Upper)}";

    private static string Listed(FiniteDomain domain) =>
        string.Join(", ", domain.Values.Take(12)) + (domain.Values.Length > 12 ? $" and {domain.Values.Length - 12} more" : "");
}
