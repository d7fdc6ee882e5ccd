using Hpo.Training.Data;

namespace Hpo.Training.Tests.Data.Sources;

public sealed class DownloaderTests : IDisposable
{
    private readonly TemporaryFolder _origin = new();
    private readonly TemporaryFolder _cache = new();
    private readonly FashionMnistFiles _files;
    private readonly Dictionary<string, byte[]> _contents;
    private readonly FileServer _server;
    private readonly FashionMnistOptions _options;

    public DownloaderTests()
    {
        _files = FakeFashionMnist.Write(_origin.Path);
        _contents = _files.All.ToDictionary(file => file.Name, file => File.ReadAllBytes(_origin.File(file.Name)));
        _server = new FileServer(_contents);
        _options = new FashionMnistOptions
        {
            SystemFolder = _origin.File("nothing here"),
            CacheFolder = _cache.File("new folder"),
            DownloadFrom = _server.Address,
            Files = _files,
        };
    }

    private string FirstFile => Path.Combine(_options.CacheFolder, _files.TrainingImages.Name);

    public void Dispose()
    {
        _server.Dispose();
        _origin.Dispose();
        _cache.Dispose();
    }

    [Fact]
    public async Task Missing_files_are_downloaded_once_and_then_taken_from_the_cache()
    {
        Assert.Equal(30, (await FashionMnist.LoadAsync(_options)).Training.Count);
        Assert.Equal(20, (await FashionMnist.LoadAsync(_options)).Validation.Count);
        Assert.Equal(_files.All.Select(file => file.Name), _server.Requests);
        Assert.Equal(4, Directory.GetFiles(_options.CacheFolder).Length);
    }

    [Fact]
    public async Task Progress_runs_up_to_the_size_of_every_file()
    {
        var progress = new ProgressList();
        await FashionMnist.LoadAsync(_options, progress);
        foreach (var (name, content) in _contents)
        {
            var reports = progress.Reports.Where(report => report.File == name).ToArray();
            Assert.Equal(reports.Select(report => report.BytesReceived).Order(), reports.Select(report => report.BytesReceived));
            Assert.Equal(new DownloadProgress(name, content.Length, content.Length), reports[^1]);
        }
    }

    [Fact]
    public async Task A_cut_connection_is_gone_on_with_where_it_stopped()
    {
        _server.CutResponses = 1;
        Assert.Equal(30, (await FashionMnist.LoadAsync(_options)).Training.Count);
        Assert.Equal($"{_files.TrainingImages.Name} from 100", _server.Requests[1]);
    }

    [Fact]
    public async Task After_repeated_cuts_the_error_says_so_and_the_next_attempt_goes_on()
    {
        _server.CutResponses = 3;
        var error = await Assert.ThrowsAsync<DataSetException>(() => FashionMnist.LoadAsync(_options));
        Assert.Contains(_files.TrainingImages.Name, error.Message, StringComparison.Ordinal);
        Assert.Contains("what has arrived is kept", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(FirstFile));
        Assert.Equal(300, new FileInfo(FirstFile + ".part").Length);

        Assert.Equal(30, (await FashionMnist.LoadAsync(_options)).Training.Count);
        Assert.Equal($"{_files.TrainingImages.Name} from 300", _server.Requests[3]);
    }

    [Fact]
    public async Task A_server_without_ranges_sends_everything_again()
    {
        _server.UnderstandsRanges = false;
        _server.CutResponses = 2;
        Assert.Equal(30, (await FashionMnist.LoadAsync(_options)).Training.Count);
    }

    [Fact]
    public async Task A_part_that_is_already_whole_is_checked_and_taken()
    {
        Directory.CreateDirectory(_options.CacheFolder);
        await File.WriteAllBytesAsync(FirstFile + ".part", _contents[_files.TrainingImages.Name]);
        Assert.Equal(30, (await FashionMnist.LoadAsync(_options)).Training.Count);
    }

    [Fact]
    public async Task A_wrong_checksum_leaves_nothing_behind_and_the_error_names_the_address()
    {
        var name = _files.TrainingImages.Name;
        _contents[name] = _contents[_files.TrainingLabels.Name];
        var error = await Assert.ThrowsAsync<DataSetException>(() => FashionMnist.LoadAsync(_options));
        Assert.Equal(new Uri(_server.Address, name).ToString(), error.File);
        Assert.Contains("checksum is wrong", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_options.CacheFolder));
    }

    [Fact]
    public async Task A_file_the_server_does_not_have_is_named()
    {
        _contents.Remove(_files.ValidationLabels.Name);
        var error = await Assert.ThrowsAsync<DataSetException>(() => FashionMnist.LoadAsync(_options));
        Assert.Contains(_files.ValidationLabels.Name, error.Message, StringComparison.Ordinal);
        Assert.Contains("404", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_named()
    {
        var blocked = _cache.File("a file, not a folder");
        await File.WriteAllTextAsync(blocked, "");
        var error = await Assert.ThrowsAsync<DataSetException>(() => FashionMnist.LoadAsync(_options with { CacheFolder = blocked }));
        Assert.Contains(blocked, error.Message, StringComparison.Ordinal);
        Assert.Contains("another cache folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_can_be_cancelled_and_keeps_what_has_arrived()
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new ProgressList { OnReport = cancellation.Cancel };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FashionMnist.LoadAsync(_options, progress, cancellation.Token));
        Assert.False(File.Exists(_cache.File(_files.ValidationLabels.Name)));
    }

    [Fact]
    public async Task Whoever_asks_the_source_sees_how_far_it_is_and_nothing_any_more_when_it_is_done()
    {
        var half = new TaskCompletionSource();
        _server.Halfway = half.Task;
        var source = new FashionMnistSource(_options);
        Assert.Null(source.Download);

        var loading = Task.Run(() => source.Get());
        var length = _contents[_files.TrainingImages.Name].Length;
        var halfway = new DownloadProgress(_files.TrainingImages.Name, length / 2, length);
        Assert.True(SpinWait.SpinUntil(() => source.Download == halfway, TimeSpan.FromMinutes(1)));

        half.SetResult();
        Assert.Equal(30, (await loading).Training.Count);
        Assert.Null(source.Download);
    }

    private sealed class ProgressList : IProgress<DownloadProgress>
    {
        public List<DownloadProgress> Reports { get; } = [];

        public Action? OnReport { get; init; }

        public void Report(DownloadProgress value)
        {
            Reports.Add(value);
            OnReport?.Invoke();
        }
    }
}
