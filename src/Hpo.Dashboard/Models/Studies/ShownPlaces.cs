namespace Hpo.Dashboard.Models.Studies;

/// <summary>Which of very many trials at a rung are shown: the best, those around the cut-off, and how many lie between.</summary>
public static class ShownPlaces
{
    /// <summary>The runs of places that are shown, in order, as starts and lengths.</summary>
    /// <param name="count">How many trials there are.</param>
    /// <param name="within">How many of them lie within the cut-off.</param>
    /// <param name="most">How many may be shown.</param>
    public static IReadOnlyList<(int Start, int Length)> Of(int count, int within, int most)
    {
        if (count <= most)
            return [(0, count)];
        var half = most / 2;
        // around the cut-off as many on both sides, but never beyond the ends
        var around = Math.Clamp(within - (half / 2), 0, count - half);
        return around <= half ? [(0, most)] : [(0, most - half), (around, half)];
    }
}
