namespace Hpo.Engine.Searchers.CmaEs;

/// <summary>A trial that counts in the generation of its report.</summary>
/// <param name="TrialId">The trial's number.</param>
/// <param name="Point">Its point, a coordinate an axis; on a grid axis it may lie beyond the ends.</param>
/// <param name="IsSample">Whether it was drawn from the distribution that is updated with it.</param>
/// <param name="Epochs">After how many epochs it has reported; -1 when it failed.</param>
/// <param name="Error">Its error then; infinite when it failed.</param>
internal readonly record struct Member(int TrialId, double[] Point, bool IsSample, int Epochs, double Error) : IComparable<Member>
{
    /// <summary>A trial that went wrong.</summary>
    public static Member OfFailed(int trialId, double[] point, bool isSample) => new(trialId, point, isSample, -1, double.PositiveInfinity);

    /// <summary>Whether the trial went wrong.</summary>
    public bool Failed => Epochs < 0;

    /// <summary>Whether this one says more for its point than another one: errors after different numbers of epochs are not compared.</summary>
    public bool IsBetterThan(Member other) => Epochs > other.Epochs || (Epochs == other.Epochs && Error < other.Error);

    /// <summary>The order of a generation, the best first: more epochs, then the smaller error, then the earlier trial; failed ones last.</summary>
    public int CompareTo(Member other)
    {
        if (Epochs != other.Epochs)
            return other.Epochs.CompareTo(Epochs);
        return Error == other.Error ? TrialId.CompareTo(other.TrialId) : Error.CompareTo(other.Error);
    }
}
