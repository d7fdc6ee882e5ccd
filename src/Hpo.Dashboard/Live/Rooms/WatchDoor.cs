using System.Net;
using Hpo.Dashboard.Access;
using Hpo.Studies.Sharing;

namespace Hpo.Dashboard.Live.Rooms;

/// <summary>Lets people with a code in. From one address only so many wrong codes are answered; after that, for a while, none at all.</summary>
public sealed class WatchDoor(WatchCodes codes, GuessLimit guesses)
{
    /// <summary>Looks up a code.</summary>
    /// <param name="typed">The code, as a person typed it.</param>
    /// <param name="address">From where; null when that is not known.</param>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public WatchEntry Enter(string? typed, IPAddress? address)
    {
        // what cannot be a code is a slip, and no guess
        if (WatchCodes.Read(typed) is not { } code)
            return WatchEntry.NoCode;
        // right codes too: otherwise the answers would still tell them from wrong ones
        if (!guesses.MayGuess(address))
            return WatchEntry.TooMany;
        if (codes.Find(code) is { } studyId)
            return new WatchEntry(code, studyId, null, StatusCodes.Status200OK);
        guesses.NoteWrong(address);
        return WatchEntry.Unknown;
    }
}
