using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>
/// What a cell is ordered by: a number, a text, or nothing. Numbers come before texts. Nothing is not compared here: the table puts it
/// last in both directions.
/// </summary>
public readonly record struct SortKey
{
    private readonly double _number;
    private readonly string? _text;

    private SortKey(double number, string? text)
    {
        _number = number;
        _text = text;
    }

    /// <summary>No value to order by.</summary>
    public static SortKey None => new(double.NaN, null);

    /// <summary>Whether there is no value to order by.</summary>
    public bool IsNone => _text is null && double.IsNaN(_number);

    /// <summary>The number; null for a text or for nothing.</summary>
    public double? Number => _text is null && !double.IsNaN(_number) ? _number : null;

    /// <summary>Orders by a number; NaN counts as nothing.</summary>
    public static SortKey OfNumber(double? number) => new(number ?? double.NaN, null);

    /// <summary>Orders by a time.</summary>
    public static SortKey OfTime(TimeSpan? time) => OfNumber(time?.TotalSeconds);

    /// <summary>Orders by a text, whatever the case of its letters.</summary>
    public static SortKey OfText(string? text) => new(double.NaN, text);

    /// <summary>Orders by the value of a hyperparameter.</summary>
    public static SortKey OfValue(ParameterValue value) => value.IsNumber ? OfNumber(value.AsReal()) : OfText(value.ToString());

    /// <summary>Whether this comes before (below 0) or after (above 0) another one; neither is nothing.</summary>
    public int CompareTo(SortKey other)
    {
        if (_text is null && other._text is null)
            return _number.CompareTo(other._number);
        if (_text is null || other._text is null)
            return _text is null ? -1 : 1;
        return string.Compare(_text, other._text, StringComparison.OrdinalIgnoreCase);
    }
}
