using Hpo.Studies.Catalog;
using Hpo.Training.Data;

namespace Hpo.Catalog;

/// <summary>What studies can be made of, in the dashboard and on the command line.</summary>
public static class StandardCatalog
{
    /// <summary>A catalog over a data set, which is loaded when the first trial needs it.</summary>
    public static StudyCatalog Create(FashionMnistSource data) => new(
    [
        .. TrainedNetworks.Entries(data),
        SyntheticCurves.Entry,
        .. RecordedTrainings.Entries,
        .. TestFunctions.Entries,
    ]);
}
