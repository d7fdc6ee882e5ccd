namespace Hpo.Dashboard.Models.Studies;

/// <summary>A range of numbers, both ends included.</summary>
/// <param name="Least">The lower end; null for none.</param>
/// <param name="Most">The upper end; null for none.</param>
public readonly record struct NumberRange(double? Least, double? Most)
{
    /// <summary>Whether the range excludes nothing.</summary>
    public bool IsOpen => Least is null && Most is null;

    /// <summary>Whether a number lies in the range. Something that is no number does not, unless the range is open.</summary>
    public bool Contains(double? number) => IsOpen || (number is { } n && !(n < Least) && !(n > Most));
}
