namespace Hpo.Figures.Studies;

/// <summary>Of very many like things one of every so many is drawn; the same ones whenever a page is opened.</summary>
public static class Stride
{
    /// <summary>The smallest power of two that brings a count down to a limit.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="limit">How many may be drawn, from 1.</param>
    public static int Of(long count, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var stride = 1;
        while (count / stride > limit)
            stride *= 2;
        return stride;
    }
}
