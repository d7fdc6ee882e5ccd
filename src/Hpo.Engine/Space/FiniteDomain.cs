using System.Collections.Immutable;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Space;

/// <summary>A domain given by listing its values, each equally probable.</summary>
public abstract record FiniteDomain : Domain
{
    /// <summary>The largest number of values in a list.</summary>
    public const int MaxValues = 1000;

    /// <summary>Lists the values.</summary>
    /// <param name="values">The values, in order; what is wrong with them is said in <see cref="Problems"/>.</param>
    protected FiniteDomain(IEnumerable<ParameterValue> values) => Values = [.. values];

    /// <summary>The values, in the order given.</summary>
    public ImmutableArray<ParameterValue> Values { get; }

    /// <inheritdoc/>
    public override IReadOnlySet<ParameterKind> Kinds => Values.Select(value => value.Kind).ToHashSet();

    /// <inheritdoc/>
    public override long? Cardinality => Values.Length;

    /// <inheritdoc/>
    public override IReadOnlyList<Problem> Problems()
    {
        if (Values.IsEmpty)
            return [new Problem("values", "List at least one value.")];
        if (Values.Length > MaxValues)
            return [new Problem("values", $"{Values.Length} values are too many: at most {MaxValues} are allowed.")];
        if (Values.Any(value => value.IsNumber && !double.IsFinite(value.AsReal())))
            return [new Problem("values", "Every number must be finite.")];
        return
        [
            .. from value in Values
               group value by Key(value) into same
               where same.Count() > 1
               select new Problem("values", $"The value {same.First()} is listed twice."),
        ];
    }

    /// <inheritdoc/>
    public override string? Refuse(ParameterValue value) =>
        IndexOf(value) >= 0 ? null : $"{value} is not one of the values {string.Join(", ", Values.Take(10))}{(Values.Length > 10 ? ", …" : "")}.";

    /// <inheritdoc/>
    public override ParameterValue Coerce(ParameterValue value) => IndexOf(value) is >= 0 and var index ? Values[index] : value;

    /// <inheritdoc/>
    public override ParameterValue ValueAt(long index) => Values[(int)index];

    /// <inheritdoc/>
    public override ParameterValue Decode(double position) => Values[(int)NumericRules.Cell(position, Values.Length)];

    /// <inheritdoc/>
    public virtual bool Equals(FiniteDomain? other) =>
        other is not null && EqualityContract == other.EqualityContract && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in Values)
            hash.Add(value);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    protected override string Arguments => string.Join(", ", Values);

    /// <inheritdoc/>
    protected override double EncodeMember(ParameterValue value) => NumericRules.Centre(IndexOf(value), Values.Length);

    /// <summary>The position of a value in the list, -1 when it is not there; 1 and 1.0 are the same value.</summary>
    private int IndexOf(ParameterValue value)
    {
        var key = Key(value);
        for (var i = 0; i < Values.Length; i++)
        {
            if (Key(Values[i]) == key)
                return i;
        }

        return -1;
    }

    private static ParameterValue Key(ParameterValue value) => value.IsNumber ? ParameterValue.FromReal(value.AsReal()) : value;
}
