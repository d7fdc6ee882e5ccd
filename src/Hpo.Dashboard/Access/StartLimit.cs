using System.Threading.RateLimiting;

namespace Hpo.Dashboard.Access;

/// <summary>Bounds how many studies and comparisons are started in a minute, by one student and by all together.</summary>
public sealed class StartLimit : IDisposable
{
    private readonly FixedWindowRateLimiter _all = new(OfMinute(Limits.StartsPerMinute));

    private readonly PartitionedRateLimiter<string> _students = PartitionedRateLimiter.Create<string, string>(id =>
        RateLimitPartition.GetFixedWindowLimiter(id, _ => OfMinute(Limits.StartsPerStudentAndMinute)));

    /// <summary>Takes one start of this minute.</summary>
    /// <exception cref="StartRefusedException">There is none left.</exception>
    public void Take(Visitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        using var own = visitor.IsPresenter ? null : _students.AttemptAcquire(visitor.Id);
        if (own?.IsAcquired == false)
            throw new StartRefusedException($"You have started {Limits.StartsPerStudentAndMinute} studies within a minute: wait a little before the next one.");
        using var one = _all.AttemptAcquire();
        if (!one.IsAcquired)
            throw new StartRefusedException($"{Limits.StartsPerMinute} studies and comparisons were started within a minute, which is as many as this dashboard takes: wait a little.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _all.Dispose();
        _students.Dispose();
    }

    private static FixedWindowRateLimiterOptions OfMinute(int starts) => new() { PermitLimit = starts, Window = TimeSpan.FromMinutes(1) };
}
