using Hpo.Engine.Space;

namespace Hpo.Studies.Catalog;

/// <summary>A parameter of an objective, a searcher or a scheduler: something about it that a study may set.</summary>
/// <param name="Name">The key under which definitions name it, such as <c>startupTrials</c>.</param>
/// <param name="Label">The name a person reads.</param>
/// <param name="Help">What it does, in one plain sentence.</param>
/// <param name="Domain">The values it may take.</param>
/// <param name="Default">Its value when none is given; null when the component then chooses for itself.</param>
public sealed record ComponentParameter(string Name, string Label, string Help, Domain Domain, ParameterValue? Default)
{
    /// <summary>What was found on this machine that matters for it, in words, found out when it is asked for; null for nothing.</summary>
    public Func<string>? Found { get; init; }

    /// <summary>What it does, and what was found.</summary>
    public string FullHelp => Found is null ? Help : $"{Help} {Found()}";
}
