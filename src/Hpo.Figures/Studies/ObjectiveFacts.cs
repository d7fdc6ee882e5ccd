using Hpo.Studies.Catalog;

namespace Hpo.Figures.Studies;

/// <summary>What figures have to know of what a study minimises.</summary>
/// <param name="Measures">What its number is, for an axis.</param>
/// <param name="Minimum">The smallest possible number; null when nobody knows it.</param>
/// <param name="HasEpochs">Whether there are learning curves.</param>
public sealed record ObjectiveFacts(string Measures, double? Minimum, bool HasEpochs)
{
    /// <summary>What can be said of any.</summary>
    public static ObjectiveFacts Unknown { get; } = new("error", null, true);

    /// <summary>What an entry of the catalog says; null for an objective that only a later version of the program has.</summary>
    public static ObjectiveFacts Of(ObjectiveEntry? entry) =>
        entry is null ? Unknown : new(entry.Describe.Measures, entry.KnownMinimum, entry.Describe.HasEpochs);
}
