using Hpo.Training.Data;

namespace Hpo.Training.Tests.Data;

public sealed class FashionMnistTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FashionMnistFiles _files;

    public FashionMnistTests() => _files = FakeFashionMnist.Write(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_with_the_four_files_is_loaded_as_it_was_written()
    {
        var expected = FakeFashionMnist.InMemory(30, 20);
        var data = FashionMnist.LoadFolder(_folder.Path, _files);
        Assert.Equal(30, data.Training.Count);
        Assert.Equal(20, data.Validation.Count);
        Assert.Equal(expected.Training.Labels, data.Training.Labels);
        Assert.Equal(expected.Validation.Pixels(19), data.Validation.Pixels(19));
    }

    [Fact]
    public void Grey_values_are_scaled_to_the_unit_interval()
    {
        var data = FashionMnist.LoadFolder(_folder.Path, _files);
        var scaled = new float[28 * 28];
        data.Training.CopyScaled(4, scaled);
        for (var i = 0; i < scaled.Length; i++)
            Assert.Equal(data.Training.Pixels(4)[i] / 255f, scaled[i], 6);
    }

    [Fact]
    public async Task The_folder_given_by_the_user_comes_first_and_alone()
    {
        using var empty = new TemporaryFolder();
        var options = new FashionMnistOptions { Folder = empty.Path, SystemFolder = _folder.Path, Files = _files };
        var error = await Assert.ThrowsAsync<DataSetException>(() => FashionMnist.LoadAsync(options));
        Assert.Equal(empty.File("train-images-idx3-ubyte.gz"), error.File);
        Assert.Contains("missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_system_folder_comes_before_the_cache_and_the_cache_before_a_download()
    {
        using var empty = new TemporaryFolder();
        var nowhere = new Uri("http://127.0.0.1:1/");
        var system = new FashionMnistOptions { SystemFolder = _folder.Path, CacheFolder = empty.Path, DownloadFrom = nowhere, Files = _files };
        Assert.Equal(30, (await FashionMnist.LoadAsync(system)).Training.Count);
        var cache = system with { SystemFolder = empty.Path, CacheFolder = _folder.Path };
        Assert.Equal(30, (await FashionMnist.LoadAsync(cache)).Training.Count);
    }

    [Fact]
    public async Task Without_files_and_without_downloads_the_error_says_what_to_do()
    {
        using var empty = new TemporaryFolder();
        var options = new FashionMnistOptions { SystemFolder = empty.Path, CacheFolder = empty.Path, DownloadFrom = null };
        var error = await Assert.ThrowsAsync<DataSetException>(() => FashionMnist.LoadAsync(options));
        Assert.Contains("dataset-fashion-mnist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_file_is_named()
    {
        var path = _folder.File(_files.TrainingImages.Name);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^200]);
        AssertRefused(path, "");
    }

    [Fact]
    public void A_file_that_is_not_gzip_is_named()
    {
        var path = _folder.File(_files.ValidationLabels.Name);
        File.WriteAllText(path, "<html>404 Not Found</html>");
        AssertRefused(path, "truncated or corrupt");
    }

    [Fact]
    public void An_empty_file_is_named()
    {
        var path = _folder.File(_files.ValidationImages.Name);
        File.WriteAllBytes(path, []);
        AssertRefused(path, "");
    }

    [Fact]
    public void A_file_with_other_content_is_named()
    {
        FakeFashionMnist.Pack(_folder.Path, _files.TrainingLabels.Name, new byte[38]);
        AssertRefused(_folder.File(_files.TrainingLabels.Name), "checksum");
    }

    [Fact]
    public void Labels_in_place_of_images_are_noticed_even_with_a_matching_checksum()
    {
        var labels = FakeFashionMnist.LabelFile(FakeFashionMnist.InMemory(30).Training);
        var file = FakeFashionMnist.Pack(_folder.Path, _files.TrainingImages.Name, labels);
        AssertRefused(_folder.File(file.Name), "not an IDX file of images", _files with { TrainingImages = file });
    }

    [Fact]
    public void A_label_that_is_no_class_is_noticed_even_with_a_matching_checksum()
    {
        var labels = FakeFashionMnist.LabelFile(FakeFashionMnist.InMemory(30).Training);
        labels[8 + 3] = 10;
        var file = FakeFashionMnist.Pack(_folder.Path, _files.TrainingLabels.Name, labels);
        AssertRefused(_folder.File(file.Name), "label 3 is 10", _files with { TrainingLabels = file });
    }

    private void AssertRefused(string path, string reason, FashionMnistFiles? files = null)
    {
        var error = Assert.Throws<DataSetException>(() => FashionMnist.LoadFolder(_folder.Path, files ?? _files));
        Assert.Equal(path, error.File);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains("download it again", error.Message, StringComparison.Ordinal);
    }
}
