using Hpo.Engine.Space;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>The components of a study in words.</summary>
public static class ComponentText
{
    /// <summary>A component with the parameters that differ from their defaults: "TPE with start-up trials 20, multivariate no".</summary>
    /// <param name="entry">Its catalog entry; null for one that only a later version of the program has.</param>
    /// <param name="component">What the study says.</param>
    public static string Describe(CatalogEntry? entry, ComponentDefinition component)
    {
        var changed = (component.Parameters ?? []).Select(given => Changed(entry, given.Key, given.Value)).OfType<string>().ToList();
        var name = entry?.Name ?? component.Type;
        return changed.Count == 0 ? name : $"{name} with {string.Join(", ", changed)}";
    }

    /// <summary>A value of a parameter: "yes" for true.</summary>
    public static string Word(ParameterValue value) => value.Kind switch
    {
        ParameterKind.Boolean => value.AsBoolean() ? "yes" : "no",
        _ => Format.Value(value),
    };

    private static string? Changed(CatalogEntry? entry, string name, ParameterValue value)
    {
        if (entry?.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
            return $"{name} {Word(value)}";
        return parameter.Domain.Coerce(value) == parameter.Default ? null : $"{parameter.Label.ToLowerInvariant()} {Word(value)}";
    }
}
