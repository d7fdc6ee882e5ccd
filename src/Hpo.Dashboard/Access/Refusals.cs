using System.Threading.RateLimiting;

namespace Hpo.Dashboard.Access;

/// <summary>
/// Says in the program's log what was refused, and to whom by their role: never a token, a code, an address or what they sent. Strangers cause these lines, so there are only
/// so many in a minute; the next one says how many were left out.
/// </summary>
public sealed partial class Refusals(ILogger<Refusals> logger) : IDisposable
{
    /// <summary>Lines in a minute.</summary>
    public const int MostPerMinute = 60;

    private readonly FixedWindowRateLimiter _lines = new(new() { PermitLimit = MostPerMinute, Window = TimeSpan.FromMinutes(1) });
    private int _leftOut;

    /// <summary>Something was refused.</summary>
    /// <param name="what">What was asked for, in a word or two of ours.</param>
    /// <param name="visitor">Who asked; null when that is not known yet.</param>
    /// <param name="reason">Why not, in words of ours.</param>
    public void Say(string what, Visitor? visitor, string reason)
    {
        using var line = _lines.AttemptAcquire();
        if (!line.IsAcquired)
        {
            Interlocked.Increment(ref _leftOut);
            return;
        }

        if (Interlocked.Exchange(ref _leftOut, 0) is > 0 and var leftOut)
            LogLeftOut(leftOut);
        LogRefused(what, RoleOf(visitor), reason);
    }

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    private static string RoleOf(Visitor? visitor) => visitor is null || visitor == Visitor.Nobody ? "a stranger" : visitor.Role switch
    {
        VisitorRole.Presenter => "the presenter",
        VisitorRole.Student => "a student",
        _ => "a viewer",
    };

    [LoggerMessage(1, LogLevel.Information, "Refused to {Role}: {What}. {Reason}")]
    private partial void LogRefused(string what, string role, string reason);

    [LoggerMessage(2, LogLevel.Information, "{Refusals} refusals are not written here: there were too many")]
    private partial void LogLeftOut(int refusals);
}
