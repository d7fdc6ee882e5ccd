namespace Hpo.Engine.Searchers.Densities;

/// <summary>Which trials are the best.</summary>
internal static class BestTrials
{
    /// <summary>The numbers of the trials with the smallest errors, of equal ones the earlier; the best first.</summary>
    /// <param name="observations">What is known.</param>
    /// <param name="count">How many, at most as many as are known.</param>
    public static int[] Of(ReadOnlySpan<Observation> observations, int count)
    {
        // the worst of the best so far is on top
        var best = new PriorityQueue<int, (double, int)>(count + 1, Comparer<(double, int)>.Create((one, other) => other.CompareTo(one)));
        var worst = (Error: double.PositiveInfinity, TrialId: int.MaxValue);
        foreach (var (trial, _, error) in observations)
        {
            if (best.Count == count && (error > worst.Error || (error == worst.Error && trial > worst.TrialId)))
                continue;
            best.Enqueue(trial, (error, trial));
            if (best.Count > count)
                best.Dequeue();
            best.TryPeek(out _, out worst);
        }

        var trials = new int[best.Count];
        for (var i = trials.Length - 1; i >= 0; i--)
            trials[i] = best.Dequeue();
        return trials;
    }
}
