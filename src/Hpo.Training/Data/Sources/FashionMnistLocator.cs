namespace Hpo.Training.Data.Sources;

/// <summary>Finds a folder that has all four files of Fashion-MNIST, downloading them if need be.</summary>
internal sealed class FashionMnistLocator(FashionMnistOptions options)
{
    /// <summary>The folder given by the user; else Debian's, if it is there; else the cache, completed by download.</summary>
    /// <exception cref="DataSetException">There is no such folder and nothing can be downloaded.</exception>
    public async Task<string> FindFolderAsync(IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        if (options.Folder is not null)
            return options.Folder;
        if (HasAllFiles(options.SystemFolder))
            return options.SystemFolder;
        if (HasAllFiles(options.CacheFolder))
            return options.CacheFolder;
        if (options.DownloadFrom is null)
        {
            throw new DataSetException(
                options.CacheFolder,
                $"Fashion-MNIST is neither in {options.SystemFolder} nor in {options.CacheFolder}, and downloading is switched off. " +
                "Install the Debian package dataset-fashion-mnist, or name a folder that has the four files.");
        }

        using var downloader = new Downloader(options.DownloadFrom, options.CacheFolder);
        foreach (var file in options.Files.All)
            await downloader.DownloadAsync(file, progress, cancellationToken).ConfigureAwait(false);
        return options.CacheFolder;
    }

    private bool HasAllFiles(string folder) => options.Files.All.All(file => File.Exists(Path.Combine(folder, file.Name)));
}
