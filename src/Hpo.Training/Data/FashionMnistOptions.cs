namespace Hpo.Training.Data;

/// <summary>Where to look for Fashion-MNIST.</summary>
public sealed record FashionMnistOptions
{
    /// <summary>A folder with the four files, named by the user. If it is set, nothing else is tried.</summary>
    public string? Folder { get; init; }

    /// <summary>Where Debian's package <c>dataset-fashion-mnist</c> puts the files.</summary>
    public string SystemFolder { get; init; } = "/usr/share/datasets/fashion-mnist";

    /// <summary>Where a download is kept.</summary>
    public string CacheFolder { get; init; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "hpo-dashboard", "fashion-mnist");

    /// <summary>Where to download from; null to never download.</summary>
    public Uri? DownloadFrom { get; init; } = new("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/");

    /// <summary>The names and checksums of the files.</summary>
    public FashionMnistFiles Files { get; init; } = FashionMnistFiles.Official;
}
