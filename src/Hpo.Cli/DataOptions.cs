using System.CommandLine;
using Hpo.Catalog;
using Hpo.Comparisons.Running;
using Hpo.Studies;
using Hpo.Studies.Catalog;
using Hpo.Studies.Running;
using Hpo.Training.Data;

namespace Hpo.Cli;

/// <summary>Where studies and images are, the same as for the dashboard.</summary>
internal sealed class DataOptions
{
    public Option<string?> Folder { get; } = new("--data")
    {
        Description = "Where studies are kept (default ~/.local/share/hpo-dashboard; or HPO_DATA)",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<string?> DataSet { get; } = new("--data-set")
    {
        Description = "A folder with the Fashion-MNIST files (or HPO_DATA_SET)",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Opens the studies.</summary>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="InvalidDataException">The database in it cannot be read.</exception>
    public StudyService Open(ParseResult parsed) => new(FolderOf(parsed), Catalog(parsed));

    /// <summary>Opens the comparisons.</summary>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="InvalidDataException">The database in it cannot be read.</exception>
    public ComparisonService OpenComparisons(ParseResult parsed) => new(FolderOf(parsed), Catalog(parsed));

    private StudyCatalog Catalog(ParseResult parsed)
    {
        var images = parsed.GetValue(DataSet) ?? Environment.GetEnvironmentVariable("HPO_DATA_SET");
        if (images is not null && !Directory.Exists(images))
            throw new NotPossibleException($"The data-set folder {images} does not exist: name the folder with the Fashion-MNIST files with --data-set DIR.");
        return StandardCatalog.Create(new FashionMnistSource(new FashionMnistOptions { Folder = images }));
    }

    /// <summary>Where studies are kept.</summary>
    /// <exception cref="NotPossibleException">Nobody has said it, and there is no home folder.</exception>
    public string FolderOf(ParseResult parsed) => Path.GetFullPath(
        parsed.GetValue(Folder) ?? Environment.GetEnvironmentVariable("HPO_DATA") ?? DataFolder.Default(Environment.GetEnvironmentVariable("XDG_DATA_HOME"))
        ?? throw new NotPossibleException("There is no home folder to keep studies in: name a folder with --data DIR."));

    /// <summary>The study of an id.</summary>
    /// <exception cref="NotPossibleException">There is none.</exception>
    public static LiveStudy Find(StudyService studies, string id) =>
        studies.Find(id) ?? throw new NotPossibleException($"There is no study {id}: hpo list shows which there are.");
}
