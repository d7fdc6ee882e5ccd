namespace Hpo.Engine.Tuning;

/// <summary>How an attempt at a trial ended, as its executor tells.</summary>
public abstract record AttemptEnd
{
    private AttemptEnd()
    {
    }

    /// <summary>The evaluation came to its last epoch, or was told to stop.</summary>
    public sealed record Done : AttemptEnd;

    /// <summary>The last answer to a report was to pause.</summary>
    /// <param name="Checkpoint">What the trial goes on from.</param>
    public sealed record Paused(byte[] Checkpoint) : AttemptEnd;

    /// <summary>
    /// The attempt is gone and nothing can be said about the trial: its machine went away, say. The trial is run again from its last checkpoint, a limited
    /// number of times.
    /// </summary>
    /// <param name="Reason">What went away, in words.</param>
    public sealed record Lost(string Reason) : AttemptEnd;

    /// <summary>The objective cannot go on from the checkpoint of the request. The trial is computed again from its beginning.</summary>
    /// <param name="Reason">Why not, in words.</param>
    public sealed record CheckpointRefused(string Reason) : AttemptEnd;
}
