using Hpo.Engine.Space;

namespace Hpo.Studies.Catalog.Searchers;

/// <summary>Parameters that several searchers with a model of the errors have.</summary>
internal static class ModelParameters
{
    /// <summary>When the model begins.</summary>
    public static ComponentParameter StartupTrials(int usual) => new(
        "startupTrials",
        "Start-up trials",
        "So many trials report before there is a model; until then configurations are drawn at random.",
        new RandInt(1, 1001),
        usual);
}
