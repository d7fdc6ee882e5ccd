namespace Hpo.Comparisons.Definitions;

/// <summary>What the methods of a repetition try first. Either way it is the same for all of them, so that they start as pairs.</summary>
public enum FirstConfiguration
{
    /// <summary>A configuration drawn from the objective's space by the repetition's seed: every repetition starts elsewhere.</summary>
    Drawn,

    /// <summary>The objective's default configuration: every repetition starts there.</summary>
    Default,
}
