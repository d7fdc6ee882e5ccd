namespace Hpo.Training.Data;

/// <summary>
/// Fashion-MNIST, loaded when it is first needed and then shared. A failed load is tried again by the next one who asks. Safe for use by
/// several threads.
/// </summary>
/// <param name="options">Where to look.</param>
public sealed class FashionMnistSource(FashionMnistOptions? options = null)
{
    private readonly Lock _gate = new();
    private Task<FashionMnist>? _loading;
    private DownloadProgress? _download;

    /// <summary>How far the download has come; null while nothing is being downloaded.</summary>
    public DownloadProgress? Download
    {
        get
        {
            lock (_gate)
                return _download;
        }
    }

    /// <summary>The data set; waits while it is being loaded.</summary>
    /// <param name="cancellationToken">Ends the waiting; the loading goes on for others.</param>
    /// <exception cref="DataSetException">It cannot be had; the message says what to do.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public FashionMnist Get(CancellationToken cancellationToken = default) =>
        Loading().WaitAsync(cancellationToken).GetAwaiter().GetResult();

    /// <summary>
    /// On a thread of its own: asked for by a trial, whose low priority new threads inherit, the thread pool might start one for it, and keep it.
    /// </summary>
    private FashionMnist Load()
    {
        try
        {
            return FashionMnist.LoadAsync(options, new Listener(Note)).GetAwaiter().GetResult();
        }
        finally
        {
            Note(null);
        }
    }

    private void Note(DownloadProgress? download)
    {
        lock (_gate)
            _download = download;
    }

    private Task<FashionMnist> Loading()
    {
        lock (_gate)
        {
            if (_loading is null or { IsFaulted: true } or { IsCanceled: true })
                _loading = Task.Factory.StartNew(Load, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return _loading;
        }
    }

    /// <summary>Told at once and in order, which <see cref="Progress{T}"/> does not promise.</summary>
    private sealed class Listener(Action<DownloadProgress?> note) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => note(value);
    }
}
