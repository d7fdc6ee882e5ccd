using System.Net;
using System.Threading.RateLimiting;

namespace Hpo.Dashboard.Access;

/// <summary>
/// Bounds how often an address guesses a token or a code. Right ones cost nothing and are let in whatever others of the address have typed: a lecture hall enters all at once,
/// often from one address. Wrong ones beyond a few in a minute are answered late, and only so many at a time: a program that guesses gets no further than that.
/// </summary>
public sealed class GuessLimit(TimeProvider time) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress?> _wrong = PartitionedRateLimiter.Create<IPAddress?, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(ClientAddress.KeyOf(address), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = Limits.WrongGuessesPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    private readonly PartitionedRateLimiter<IPAddress?> _held = PartitionedRateLimiter.Create<IPAddress?, string>(address =>
        RateLimitPartition.GetConcurrencyLimiter(ClientAddress.KeyOf(address), _ => new ConcurrencyLimiterOptions { PermitLimit = Limits.WrongGuessesHeld }));

    /// <summary>Whether what an address has typed is looked at now: not while as many of its wrong guesses are held back as may be.</summary>
    public bool MayGuess(IPAddress? address)
    {
        using var lease = _held.AttemptAcquire(address, permitCount: 0);
        return lease.IsAcquired;
    }

    /// <summary>Notes a wrong guess, and holds its answer back when there were many.</summary>
    public async Task NoteWrongAsync(IPAddress? address, CancellationToken cancellationToken = default)
    {
        using var wrong = _wrong.AttemptAcquire(address);
        if (wrong.IsAcquired)
            return;
        using var held = _held.AttemptAcquire(address);
        await Task.Delay(Limits.WrongGuessDelay, time, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _wrong.Dispose();
        _held.Dispose();
    }
}
