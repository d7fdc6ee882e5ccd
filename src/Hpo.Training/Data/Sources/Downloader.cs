using System.Net;
using System.Net.Http.Headers;

namespace Hpo.Training.Data.Sources;

/// <summary>
/// Downloads files into a folder. A file arrives under the name <c>….part</c> and gets its own name only once its checksum is
/// right, so the folder never holds half a file; an interrupted download is gone on with where it stopped.
/// </summary>
internal sealed class Downloader(Uri source, string folder) : IDisposable
{
    private const int Attempts = 3;

    private readonly HttpClient _client = new();

    /// <summary>Downloads a file unless it is there already.</summary>
    /// <exception cref="DataSetException">It cannot be downloaded, or what arrives is not the file.</exception>
    public async Task DownloadAsync(DataFile file, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var target = Path.Combine(folder, file.Name);
        if (File.Exists(target))
            return;
        var address = new Uri(source, file.Name);
        var partial = target + ".part";
        try
        {
            Directory.CreateDirectory(folder);
            await FetchWithRetriesAsync(address, partial, file.Name, progress, cancellationToken).ConfigureAwait(false);
            CheckContent(file, address, partial);
            File.Move(partial, target, overwrite: true);
        }
        catch (Exception exception) when (exception is HttpRequestException or HttpIOException)
        {
            throw new DataSetException(
                address.ToString(),
                $"The file {address} cannot be downloaded: {exception.Message} Try again later (what has arrived is kept), " +
                "install the Debian package dataset-fashion-mnist, or name a folder that has the four files.",
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataSetException(
                target, $"The file {target} cannot be written: {exception.Message} Choose another cache folder or make room.", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task FetchWithRetriesAsync(
        Uri address, string partial, string name, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await FetchAsync(address, partial, name, progress, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (exception is HttpIOException && attempt < Attempts)
            {
                // the connection was cut: go on from where it stopped
            }
        }
    }

    private async Task FetchAsync(
        Uri address, string partial, string name, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var present = File.Exists(partial) ? new FileInfo(partial).Length : 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (present > 0)
            request.Headers.Range = new RangeHeaderValue(present, null);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        // everything is here already: the check of the content decides
        if (present > 0 && response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            return;
        response.EnsureSuccessStatusCode();
        // a server that does not know ranges sends the whole file
        if (response.StatusCode != HttpStatusCode.PartialContent)
            present = 0;
        var total = present + response.Content.Headers.ContentLength;
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var output = new FileStream(partial, present > 0 ? FileMode.Append : FileMode.Create, FileAccess.Write);
        var buffer = new byte[1 << 16];
        for (var count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
             count > 0;
             count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false))
        {
            await output.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            present += count;
            progress?.Report(new DownloadProgress(name, present, total));
        }
    }

    private static void CheckContent(DataFile file, Uri address, string partial)
    {
        try
        {
            IdxReader.ReadContent(Path.GetDirectoryName(partial)!, file with { Name = Path.GetFileName(partial) });
        }
        catch (DataSetException exception)
        {
            File.Delete(partial);
            throw new DataSetException(
                address.ToString(),
                $"What arrived from {address} is not the file {file.Name} (its checksum is wrong), and was deleted. Try again; if it happens again, " +
                "install the Debian package dataset-fashion-mnist, or name a folder that has the four files.",
                exception);
        }
    }
}
