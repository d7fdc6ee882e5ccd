using System.Net;
using System.Threading.RateLimiting;

namespace Hpo.Dashboard.Access;

/// <summary>Bounds how often an address guesses a token or a code. Right ones cost nothing: a lecture hall enters all at once, often from one address.</summary>
public sealed class GuessLimit : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress?> _limiter = PartitionedRateLimiter.Create<IPAddress?, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(ClientAddress.KeyOf(address), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = Limits.WrongGuessesPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    /// <summary>Whether an address may guess now.</summary>
    public bool MayGuess(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address, permitCount: 0);
        return lease.IsAcquired;
    }

    /// <summary>Notes a wrong guess.</summary>
    public void NoteWrong(IPAddress? address) => _limiter.AttemptAcquire(address).Dispose();

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}
