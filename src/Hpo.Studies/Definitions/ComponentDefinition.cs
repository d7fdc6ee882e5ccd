using System.Text.Json.Serialization;
using Hpo.Engine.Space;

namespace Hpo.Studies.Definitions;

/// <summary>Names a component (an objective, a searcher, a scheduler) of the <see cref="Catalog.StudyCatalog"/>, and sets it up.</summary>
/// <param name="Type">The key of its catalog entry, such as <c>lenet</c> or <c>tpe</c>.</param>
/// <param name="Parameters">The values of its parameters, by name; those left out have their defaults. Null for defaults throughout.</param>
public sealed record ComponentDefinition(
    string Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Configuration? Parameters = null);
