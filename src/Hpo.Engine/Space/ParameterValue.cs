using System.Globalization;
using System.Text.Json.Serialization;
using Hpo.Engine.Space.Json;

namespace Hpo.Engine.Space;

/// <summary>The value of one hyperparameter: a real number, an integer, a text or a truth value.</summary>
[JsonConverter(typeof(ParameterValueJsonConverter))]
public readonly record struct ParameterValue
{
    /// <summary>The largest magnitude of an integer value: every integer up to it is exact in a double.</summary>
    public const long MaxInteger = 1L << 53;

    private readonly double _number;
    private readonly string? _text;

    private ParameterValue(ParameterKind kind, double number, string? text)
    {
        Kind = kind;
        _number = number;
        _text = text;
    }

    /// <summary>Which sort of value this is.</summary>
    public ParameterKind Kind { get; }

    /// <summary>Whether this is a real number or an integer.</summary>
    public bool IsNumber => Kind is ParameterKind.Real or ParameterKind.Integer;

    /// <summary>A real value.</summary>
    public static ParameterValue FromReal(double value) => new(ParameterKind.Real, value, null);

    /// <summary>An integer value, of magnitude at most <see cref="MaxInteger"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is larger than that.</exception>
    public static ParameterValue FromInteger(long value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxInteger);
        ArgumentOutOfRangeException.ThrowIfLessThan(value, -MaxInteger);
        return new(ParameterKind.Integer, value, null);
    }

    /// <summary>A text value.</summary>
    public static ParameterValue FromText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(ParameterKind.Text, 0, value);
    }

    /// <summary>A truth value.</summary>
    public static ParameterValue FromBoolean(bool value) => new(ParameterKind.Boolean, value ? 1 : 0, null);

    /// <summary>A real value.</summary>
    public static implicit operator ParameterValue(double value) => FromReal(value);

    /// <summary>An integer value.</summary>
    public static implicit operator ParameterValue(int value) => FromInteger(value);

    /// <summary>An integer value.</summary>
    public static implicit operator ParameterValue(long value) => FromInteger(value);

    /// <summary>A text value.</summary>
    public static implicit operator ParameterValue(string value) => FromText(value);

    /// <summary>A truth value.</summary>
    public static implicit operator ParameterValue(bool value) => FromBoolean(value);

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">This is not a number.</exception>
    public double AsReal() => IsNumber ? _number : throw NotA("number");

    /// <summary>The integer.</summary>
    /// <exception cref="InvalidOperationException">This is not an integer.</exception>
    public long AsInteger() => Kind == ParameterKind.Integer ? (long)_number : throw NotA("whole number");

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">This is not a text.</exception>
    public string AsText() => Kind == ParameterKind.Text ? _text! : throw NotA("text");

    /// <summary>The truth value.</summary>
    /// <exception cref="InvalidOperationException">This is not a truth value.</exception>
    public bool AsBoolean() => Kind == ParameterKind.Boolean ? _number != 0 : throw NotA("truth value");

    /// <summary>The value in full: a real number so that parsing gives it back exactly.</summary>
    public override string ToString() => Kind switch
    {
        ParameterKind.Text => _text!,
        ParameterKind.Boolean => _number != 0 ? "true" : "false",
        ParameterKind.Integer => ((long)_number).ToString(CultureInfo.InvariantCulture),
        _ => _number.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>The value as a person reads it in a table: a real number with five significant digits.</summary>
    public string ToShortString() =>
        Kind == ParameterKind.Real ? _number.ToString("G5", CultureInfo.InvariantCulture) : ToString();

    private InvalidOperationException NotA(string wanted) => new($"The value {this} is not a {wanted}.");
}
