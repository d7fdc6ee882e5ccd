namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>The part of many trials that a model is made of when all of them would take too long.</summary>
internal static class Subset
{
    /// <summary>The better half of what there is room for, and others evenly spread over the study; all trials when there is room.</summary>
    /// <param name="targets">The trials' targets, in the order of their numbers.</param>
    /// <param name="room">The largest number of trials wanted, even.</param>
    /// <returns>Which ones, in ascending order.</returns>
    public static int[] Choose(double[] targets, int room)
    {
        var all = Enumerable.Range(0, targets.Length).ToArray();
        if (targets.Length <= room)
            return all;
        var byTarget = all.OrderBy(i => targets[i]).ToArray();
        var (half, others) = (room / 2, byTarget[(room / 2)..]);
        Array.Sort(others);
        return [.. byTarget.Take(half).Concat(Enumerable.Range(0, half).Select(i => others[(int)((long)i * others.Length / half)])).Order()];
    }
}
