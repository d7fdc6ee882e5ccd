namespace Hpo.Engine.Schedulers;

/// <summary>What has been decided about paused trials and not been carried out yet, in the order of the decisions.</summary>
internal sealed class PausedQueue
{
    private readonly List<Decision.Stop> _stops = [];
    private readonly List<Decision.Resume> _resumptions = [];

    /// <summary>A paused trial is to end.</summary>
    public void Stop(int trialId, string reason) => _stops.Add(new(trialId, reason));

    /// <summary>A paused trial is to go on.</summary>
    public void Resume(int trialId, string reason) => _resumptions.Add(new(trialId, reason));

    /// <summary>A trial has failed before that came about.</summary>
    public void Remove(int trialId)
    {
        _stops.RemoveAll(stop => stop.TrialId == trialId);
        _resumptions.RemoveAll(resume => resume.TrialId == trialId);
    }

    /// <summary>The next trial to end, which costs no time; null for none.</summary>
    public Decision.Stop? NextStop() => Take(_stops);

    /// <summary>The next trial to go on; null for none.</summary>
    public Decision.Resume? NextResume() => Take(_resumptions);

    private static T? Take<T>(List<T> queue)
        where T : Decision
    {
        if (queue.Count == 0)
            return null;
        var first = queue[0];
        queue.RemoveAt(0);
        return first;
    }
}
