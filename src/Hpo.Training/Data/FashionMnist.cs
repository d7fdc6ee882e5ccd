using Hpo.Training.Data.Sources;

namespace Hpo.Training.Data;

/// <summary>
/// Fashion-MNIST (Xiao, Rasul and Vollgraf, 2017): 28×28 grey images of ten kinds of clothing, 60,000 to train on and 10,000 to
/// validate on. Load it once and share it among all trials.
/// </summary>
/// <param name="Training">The images to train on.</param>
/// <param name="Validation">The images on which the error is measured.</param>
public sealed record FashionMnist(ImageSet Training, ImageSet Validation)
{
    /// <summary>The number of classes.</summary>
    public const int Classes = 10;

    /// <summary>The number of images to train on in the official files.</summary>
    public const int TrainingImages = 60_000;

    /// <summary>The names of the classes, in the order of the labels.</summary>
    public static readonly IReadOnlyList<string> ClassNames =
        ["T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"];

    /// <summary>
    /// Loads the data set: from the folder given, or else from Debian's package, the cache, or by download into the cache.
    /// </summary>
    /// <param name="options">Where to look; the defaults suit most.</param>
    /// <param name="progress">Told about a download as it goes; may be null.</param>
    /// <param name="cancellationToken">Ends a download; what has arrived is kept and gone on with next time.</param>
    /// <exception cref="DataSetException">A file is missing, truncated or corrupt, or cannot be downloaded; the message says what to do.</exception>
    public static async Task<FashionMnist> LoadAsync(
        FashionMnistOptions? options = null, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new FashionMnistOptions();
        var locator = new FashionMnistLocator(options);
        var folder = await locator.FindFolderAsync(progress, cancellationToken).ConfigureAwait(false);
        return LoadFolder(folder, options.Files);
    }

    /// <summary>Reads the four files from a folder and checks every byte.</summary>
    /// <exception cref="DataSetException">A file is missing, truncated, corrupt, or not the one its name says.</exception>
    public static FashionMnist LoadFolder(string folder, FashionMnistFiles? files = null)
    {
        files ??= FashionMnistFiles.Official;
        return new FashionMnist(
            IdxReader.ReadImageSet(folder, files.TrainingImages, files.TrainingLabels, Classes),
            IdxReader.ReadImageSet(folder, files.ValidationImages, files.ValidationLabels, Classes));
    }
}
