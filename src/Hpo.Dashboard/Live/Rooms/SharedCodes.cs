using Hpo.Studies.Sharing;

namespace Hpo.Dashboard.Live.Rooms;

/// <summary>The codes of all that is shared: one opens a study or a comparison, and nobody has to say which.</summary>
/// <param name="studies">Those of studies.</param>
/// <param name="comparisons">Those of comparisons.</param>
public sealed class SharedCodes(WatchCodes studies, WatchCodes comparisons)
{
    /// <summary>The code of something; null when it is not shared, or does not exist.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public string? Of(Watched what) => CodesOf(what.Kind).Of(what.Id);

    /// <summary>What is shared under a code; null when there is nothing.</summary>
    /// <param name="typed">The code, as a person typed it.</param>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public Watched? Find(string? typed)
    {
        if (studies.Find(typed) is { } study)
            return Watched.Study(study);
        return comparisons.Find(typed) is { } comparison ? Watched.Comparison(comparison) : null;
    }

    /// <summary>Shares something; returns its code, which is the one it has when it is shared already.</summary>
    /// <exception cref="KeyNotFoundException">There is no such thing.</exception>
    /// <exception cref="IOException">The database cannot be written.</exception>
    public string Share(Watched what)
    {
        var (own, others) = what.Kind == WatchedKind.Study ? (studies, comparisons) : (comparisons, studies);
        while (true)
        {
            var code = own.Share(what.Id);
            if (others.Find(code) is null)
                return code;
            // another one is drawn
            own.Withdraw(what.Id);
        }
    }

    /// <summary>Ends sharing. Returns false when it was not shared.</summary>
    /// <exception cref="IOException">The database cannot be written.</exception>
    public bool Withdraw(Watched what) => CodesOf(what.Kind).Withdraw(what.Id);

    private WatchCodes CodesOf(WatchedKind kind) => kind == WatchedKind.Study ? studies : comparisons;
}
