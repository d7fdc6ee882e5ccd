namespace Hpo.Studies.Log;

/// <summary>What a <see cref="LogHost{TLive, TEvent, TSnapshot}"/> asks of those whose logs it has, and tells them; from any thread.</summary>
/// <typeparam name="TLive">What is in memory.</typeparam>
public sealed record LogCalls<TLive>
{
    /// <summary>Whether something runs here.</summary>
    public required Func<string, bool> IsHere { get; init; }

    /// <summary>Whether anything does.</summary>
    public required Func<bool> IsAnyHere { get; init; }

    /// <summary>Carries out what another process asks of something that runs here, and says what came of it.</summary>
    public required Func<string, string, string> Answer { get; init; }

    /// <summary>Told of something whose log cannot be written now, and why.</summary>
    public required Action<string, string> OnUnwritten { get; init; }

    /// <summary>Told of what has ended here, once that is durable.</summary>
    public Action<IReadOnlyList<TLive>> OnEnded { get; init; } = _ => { };
}
