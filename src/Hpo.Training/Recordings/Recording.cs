namespace Hpo.Training.Recordings;

/// <summary>Learning curves of real trainings, as far as they have been recorded.</summary>
/// <param name="Plan">What was to be recorded.</param>
/// <param name="Origins">Where and when; one for each time the recorder was started.</param>
/// <param name="Runs">The trainings that are done, in the order in which they ended.</param>
public sealed record Recording(RecordingPlan Plan, IReadOnlyList<RecordingOrigin> Origins, IReadOnlyList<RecordedRun> Runs)
{
    /// <summary>The trainings that are missing, in the order of the plan.</summary>
    public IEnumerable<PlannedRun> Missing()
    {
        var done = Runs.Select(run => (run.Index, run.Replicate)).ToHashSet();
        return Plan.Runs().Where(run => !done.Contains((run.Index, run.Replicate)));
    }
}
