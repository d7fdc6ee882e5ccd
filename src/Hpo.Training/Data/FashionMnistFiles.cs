namespace Hpo.Training.Data;

/// <summary>The four files of Fashion-MNIST.</summary>
/// <param name="TrainingImages">The images to train on.</param>
/// <param name="TrainingLabels">Their classes.</param>
/// <param name="ValidationImages">The images to validate on.</param>
/// <param name="ValidationLabels">Their classes.</param>
public sealed record FashionMnistFiles(
    DataFile TrainingImages, DataFile TrainingLabels, DataFile ValidationImages, DataFile ValidationLabels)
{
    /// <summary>
    /// The published files. Checked against the published MD5 of the packed files: Debian's content, packed with the original's
    /// header, gives the same sums.
    /// </summary>
    public static readonly FashionMnistFiles Official = new(
        new("train-images-idx3-ubyte.gz", "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
        new("train-labels-idx1-ubyte.gz", "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
        new("t10k-images-idx3-ubyte.gz", "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
        new("t10k-labels-idx1-ubyte.gz", "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"));

    /// <summary>All four.</summary>
    public IEnumerable<DataFile> All => [TrainingImages, TrainingLabels, ValidationImages, ValidationLabels];
}
