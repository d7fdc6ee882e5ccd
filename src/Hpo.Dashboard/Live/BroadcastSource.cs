namespace Hpo.Dashboard.Live;

/// <summary>Where broadcasts of one kind come from.</summary>
/// <typeparam name="TWatched">What is watched; two are equal when they are the same in memory.</typeparam>
/// <typeparam name="TMoment">How its viewers see it.</typeparam>
internal abstract class BroadcastSource<TWatched, TMoment>
    where TWatched : class
    where TMoment : IMoment
{
    /// <summary>What is watched, in words.</summary>
    public abstract string Noun { get; }

    /// <summary>What is to be watched; null when there is none, or no longer.</summary>
    public abstract TWatched? Find(string id);

    /// <summary>That there is none.</summary>
    public abstract Exception NotFound(string id);

    /// <summary>How it stands now.</summary>
    /// <param name="watched">What is watched.</param>
    /// <param name="before">The moment before, from whose number on it counts; null for the first, which is 1.</param>
    public abstract TMoment MomentOf(TWatched watched, TMoment? before);

    /// <summary>Waits until there is something that a moment does not know.</summary>
    public abstract Task WaitForNewsAsync(TWatched watched, TMoment moment, CancellationToken cancellationToken);

    /// <summary>Told of every frame that goes to a viewer.</summary>
    public abstract void OnSent(EncodedFrame frame);
}
