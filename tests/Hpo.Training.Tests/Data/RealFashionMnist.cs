using Hpo.Training.Data;

namespace Hpo.Training.Tests.Data;

/// <summary>The real data set, for tests that say they need it. It is not downloaded: a test run needs no network.</summary>
internal static class RealFashionMnist
{
    public static async Task<FashionMnist> LoadAsync()
    {
        try
        {
            return await FashionMnist.LoadAsync(new FashionMnistOptions { DownloadFrom = null });
        }
        catch (DataSetException exception)
        {
            Assert.Fail($"This test needs the real Fashion-MNIST: apt-get install dataset-fashion-mnist. ({exception.Message})");
            throw;
        }
    }
}
