namespace Hpo.Engine.Schedulers;

/// <summary>The trials that have reached a rung, the smallest error first; of equal ones, the first to arrive.</summary>
/// <param name="bracket">The number of the bracket the rung belongs to.</param>
/// <param name="epoch">After how many epochs it is reached.</param>
internal sealed class Rung(int bracket, int epoch)
{
    private readonly List<(double Error, int TrialId)> _arrived = [];

    /// <summary>How many trials have reached it.</summary>
    public int Count => _arrived.Count;

    /// <summary>A trial reaches the rung.</summary>
    /// <returns>Its rank, from 1.</returns>
    public int Arrive(int trialId, double error)
    {
        var (first, last) = (0, _arrived.Count);
        while (first < last)
        {
            var middle = (first + last) / 2;
            if (_arrived[middle].Error <= error)
                first = middle + 1;
            else
                last = middle;
        }

        _arrived.Insert(first, (error, trialId));
        return first + 1;
    }

    /// <summary>The trial at a rank.</summary>
    public int TrialAt(int rank) => _arrived[rank - 1].TrialId;

    /// <summary>The rank of a trial that has reached the rung.</summary>
    public int RankOf(int trialId) => _arrived.FindIndex(arrived => arrived.TrialId == trialId) + 1;

    /// <summary>Where the trial at a rank stands.</summary>
    /// <param name="rank">The trial's rank.</param>
    /// <param name="goOn">How many trials go on from this rung, which may be more than have arrived; 0 when none does yet.</param>
    public RungStanding Standing(int rank, int goOn) =>
        new(bracket, epoch, rank, Count, goOn >= 1 && goOn <= Count ? _arrived[goOn - 1].Error : null);
}
