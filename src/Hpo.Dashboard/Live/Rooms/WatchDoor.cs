using System.Net;
using System.Threading.RateLimiting;
using Hpo.Studies.Sharing;

namespace Hpo.Dashboard.Live.Rooms;

/// <summary>Lets people with a code in. From one address only so many wrong codes are answered; after that, for a while, none at all.</summary>
public sealed class WatchDoor(WatchCodes codes) : IDisposable
{
    /// <summary>The number of wrong codes a minute from one address.</summary>
    public const int WrongCodes = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _guesses = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = WrongCodes, Window = Window }));

    /// <summary>Looks up a code.</summary>
    /// <param name="typed">The code, as a person typed it.</param>
    /// <param name="address">From where; null when that is not known.</param>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public WatchEntry Enter(string? typed, IPAddress? address)
    {
        // what cannot be a code is a slip, and no guess
        if (WatchCodes.Read(typed) is not { } code)
            return WatchEntry.NoCode;
        var from = address?.ToString() ?? "";
        // right codes too: otherwise the answers would still tell them from wrong ones
        if (_guesses.GetStatistics(from) is { CurrentAvailablePermits: 0 })
            return WatchEntry.TooMany;
        if (codes.Find(code) is { } studyId)
            return new WatchEntry(code, studyId, null, StatusCodes.Status200OK);
        using var guess = _guesses.AttemptAcquire(from);
        return WatchEntry.Unknown;
    }

    /// <inheritdoc/>
    public void Dispose() => _guesses.Dispose();
}
