using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Live;

/// <summary>Where browsers watch studies, at <see cref="Path"/>. It only tells; it changes nothing.</summary>
public sealed class StudyHub(StudyBroadcasts broadcasts) : Hub
{
    /// <summary>The hub's address below the dashboard's.</summary>
    public const string Path = "/hubs/study";

    /// <summary>Streams a study's frames; see <see cref="FrameEncoder"/>.</summary>
    /// <param name="studyId">The study's id.</param>
    /// <param name="afterSequence">The last event the viewer has; 0 for none, which begins with a snapshot.</param>
    /// <param name="cancellationToken">The viewer leaves.</param>
    /// <exception cref="HubException">The study cannot be watched; the message says why.</exception>
    public async IAsyncEnumerable<EncodedFrame> Watch(
        string studyId, long afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(studyId) || studyId.Length > LiveOptions.MaxIdLength)
            throw new HubException($"A study's id has 1 to {LiveOptions.MaxIdLength} characters.");
        if (afterSequence < 0)
            throw new HubException("A sequence number is 0 or larger.");
        using var place = StreamBound.Enter(Context, LiveOptions.MaxStreamsPerConnection, "studies");
        await using var frames = broadcasts.WatchAsync(studyId, afterSequence, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(frames))
            yield return frames.Current;
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<EncodedFrame> frames)
    {
        try
        {
            return await frames.MoveNextAsync();
        }
        catch (StudyNotFoundException exception)
        {
            // the only exception whose message goes to the browser as it is
            throw new HubException(exception.Message, exception);
        }
    }
}
