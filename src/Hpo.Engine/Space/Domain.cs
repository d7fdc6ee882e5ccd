using Hpo.Engine.Validation;

namespace Hpo.Engine.Space;

/// <summary>
/// The values one hyperparameter may take and the distribution they are drawn from. A domain is plain data: it can be written down
/// with bad bounds and then says so in <see cref="Problems"/>; a <see cref="ConfigSpace"/> accepts only domains without problems,
/// and all other members are meant for those.
/// </summary>
public abstract record Domain
{
    /// <summary>The kinds of value in the domain; several for a choice between mixed values.</summary>
    public abstract IReadOnlySet<ParameterKind> Kinds { get; }

    /// <summary>How many different values can be drawn; null for a continuous domain.</summary>
    public abstract long? Cardinality { get; }

    /// <summary>
    /// Whether values at neighbouring positions are alike, as those of a range are; false for categories, of which nothing can be left out and none is a little
    /// different from another.
    /// </summary>
    public virtual bool IsOrdered => true;

    /// <summary>What is wrong with the domain's own bounds; the paths are <c>lower</c>, <c>upper</c>, <c>step</c> or <c>values</c>.</summary>
    public abstract IReadOnlyList<Problem> Problems();

    /// <summary>Why a value does not belong to the domain, in words; null when it does.</summary>
    public abstract string? Refuse(ParameterValue value);

    /// <summary>
    /// The value at a position of the unit interval. A uniform position gives a draw from the domain's distribution.
    /// </summary>
    /// <param name="position">Clamped to [0, 1].</param>
    /// <exception cref="ArgumentException">The position is not a number.</exception>
    public abstract ParameterValue Decode(double position);

    /// <summary>
    /// The position of a value in the unit interval; the centre of its cell for an integer or a category.
    /// <see cref="Decode"/> gives the value back.
    /// </summary>
    /// <exception cref="ArgumentException">The value does not belong to the domain.</exception>
    public double Encode(ParameterValue value)
    {
        value = Coerce(value);
        return Refuse(value) is { } reason ? throw new ArgumentException(reason, nameof(value)) : EncodeMember(value);
    }

    /// <summary>
    /// A value of a finite domain by its number, in ascending order or that of the list. A domain whose values are not equally likely says itself which that is.
    /// </summary>
    /// <param name="index">From 0, below <see cref="Cardinality"/>.</param>
    /// <exception cref="InvalidOperationException">The domain is continuous.</exception>
    public virtual ParameterValue ValueAt(long index) =>
        Decode(NumericRules.Centre(index, Cardinality ?? throw new InvalidOperationException($"The values of {this} cannot be counted.")));

    /// <summary>Draws a value.</summary>
    public ParameterValue Sample(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Decode(random.NextDouble());
    }

    /// <summary>The same number in the domain's own kind: 1 becomes 1.0 in a real domain, 32.0 becomes 32 in an integer one.</summary>
    public virtual ParameterValue Coerce(ParameterValue value) => value;

    /// <summary>The domain as the call that makes it: <c>RandInt(32, 256)</c>. Works with bad bounds too, unlike a record's own text.</summary>
    public sealed override string ToString() => $"{GetType().Name}({Arguments})";

    /// <summary>The arguments of the constructor, in words.</summary>
    protected abstract string Arguments { get; }

    /// <summary>The position of a value that is known to belong to the domain.</summary>
    protected abstract double EncodeMember(ParameterValue value);
}
