using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Live;

internal static class FrameEnumeratorExtensions
{
    /// <summary>Goes on to the next frame.</summary>
    /// <exception cref="HubException">There is no such study or comparison; the only exception whose message goes to the browser as it is.</exception>
    public static async ValueTask<bool> NextAsync(this IAsyncEnumerator<EncodedFrame> frames)
    {
        try
        {
            return await frames.MoveNextAsync();
        }
        catch (Exception exception) when (exception is StudyNotFoundException or ComparisonNotFoundException)
        {
            throw new HubException(exception.Message, exception);
        }
    }
}
