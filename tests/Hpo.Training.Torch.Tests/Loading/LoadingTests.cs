namespace Hpo.Training.Torch.Tests.Loading;

public sealed class LoadingTests
{
    [Fact]
    public void Libtorch_is_on_the_disk_once_and_not_in_the_output()
    {
        TorchLibrary.Load();

        Assert.Null(TorchLibrary.Missing);
        Assert.Empty(Directory.EnumerateFiles(AppContext.BaseDirectory, "libtorch*", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles(AppContext.BaseDirectory, "libLibTorchSharp*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Its_threads_sleep_while_they_wait()
    {
        var (output, errors) = await FreshProcess.RunAsync(("OMP_DISPLAY_ENV", "true"));

        Assert.Equal("sum 1000000\n", output);
        Assert.Contains("OMP_WAIT_POLICY = 'PASSIVE'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_them_to_spin_is_obeyed()
    {
        var (_, errors) = await FreshProcess.RunAsync(("OMP_DISPLAY_ENV", "true"), ("OMP_WAIT_POLICY", "active"));

        Assert.Contains("OMP_WAIT_POLICY = 'ACTIVE'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_libtorch_that_cannot_be_loaded_is_an_error_in_words_and_not_the_end_of_the_program()
    {
        var folder = Directory.CreateTempSubdirectory("hpo-torch-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "libtorch_cpu.so"), "no library");

            var (output, _) = await FreshProcess.RunAsync(("HPO_LIBTORCH", folder.FullName));

            Assert.StartsWith($"libtorch cannot be loaded: {folder.FullName}/libtorch_cpu.so", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
