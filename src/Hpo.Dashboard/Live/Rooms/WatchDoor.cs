using System.Net;
using Hpo.Dashboard.Access;
using Hpo.Studies.Sharing;

namespace Hpo.Dashboard.Live.Rooms;

/// <summary>Lets people with a code in. A right one opens whatever others of the address have typed; see <see cref="GuessLimit"/> for wrong ones.</summary>
public sealed class WatchDoor
{
    private readonly Func<string, Watched?> _find;
    private readonly GuessLimit _guesses;

    /// <summary>A door to what is shared.</summary>
    public WatchDoor(SharedCodes codes, GuessLimit guesses)
        : this(codes.Find, guesses)
    {
    }

    internal WatchDoor(Func<string, Watched?> find, GuessLimit guesses) => (_find, _guesses) = (find, guesses);

    /// <summary>Looks up a code.</summary>
    /// <param name="typed">The code, as a person typed it.</param>
    /// <param name="address">From where; null when that is not known.</param>
    /// <param name="cancellationToken">Nobody waits for the answer any more.</param>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public async Task<WatchEntry> EnterAsync(string? typed, IPAddress? address, CancellationToken cancellationToken = default)
    {
        // what cannot be a code is a slip, and no guess
        if (WatchCodes.Read(typed) is not { } code)
            return WatchEntry.NoCode;
        // right codes too: otherwise the answers would still tell them from wrong ones
        if (!_guesses.MayGuess(address))
            return WatchEntry.TooMany;
        if (_find(code) is { } what)
            return new WatchEntry(code, what, null, StatusCodes.Status200OK);
        await _guesses.NoteWrongAsync(address, cancellationToken);
        return WatchEntry.Unknown;
    }

    /// <summary>Whether a code that has opened something opens it still.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public bool StillOpens(WatchEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Code is { } code && _find(code) == entry.What;
    }
}
