using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Live;

/// <summary>Counts what one connection watches, and refuses what is too much.</summary>
internal static class StreamBound
{
    private static readonly object Key = new();

    /// <summary>Takes a place; disposing of it makes it free again.</summary>
    /// <exception cref="HubException">There is none left; the message says so.</exception>
    public static IDisposable Enter(HubCallerContext context, int most, string what)
    {
        var streams = Streams(context);
        if (Interlocked.Increment(ref streams.Value) <= most)
            return new Place(streams);
        Interlocked.Decrement(ref streams.Value);
        throw new HubException($"One connection watches at most {most} {what}.");
    }

    private static StrongBox<int> Streams(HubCallerContext context)
    {
        lock (context.Items)
        {
            if (context.Items.TryGetValue(Key, out var box) && box is StrongBox<int> streams)
                return streams;
            var created = new StrongBox<int>();
            context.Items[Key] = created;
            return created;
        }
    }

    private sealed class Place(StrongBox<int> streams) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref streams.Value);
    }
}
