namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>What a model is made of: trials with an error and failed ones, in the order of their numbers, and points without either.</summary>
/// <param name="TrialIds">The numbers of the trials.</param>
/// <param name="Points">Their points.</param>
/// <param name="Errors">Their errors, NaN for failed ones.</param>
/// <param name="Pending">The points of trials of which no comparable error is known.</param>
internal sealed record GpData(int[] TrialIds, double[][] Points, double[] Errors, double[][] Pending)
{
    /// <summary>The largest number of pending points; the latest count.</summary>
    private const int MaxPending = 100;

    /// <summary>Takes from the history what is known. A trial that has failed after it had reported counts as failed.</summary>
    public static GpData From(TrialHistory history, IList<Observation> observations)
    {
        var trials = observations.Where(observation => !history.Failed.ContainsKey(observation.TrialId))
            .Concat(history.Failed.Select(failed => new Observation(failed.Key, failed.Value, double.NaN)))
            .OrderBy(observation => observation.TrialId)
            .ToArray();
        return new(
            [.. trials.Select(trial => trial.TrialId)],
            [.. trials.Select(trial => trial.Point)],
            [.. trials.Select(trial => trial.Error)],
            [.. history.Unobserved(observations).TakeLast(MaxPending)]);
    }

    /// <summary>A part of the trials, all pending points with it.</summary>
    public GpData Part(int[] indices) => new(
        [.. indices.Select(i => TrialIds[i])], [.. indices.Select(i => Points[i])], [.. indices.Select(i => Errors[i])], Pending);
}
