using Hpo.Dashboard.Models.Space;

namespace Hpo.Dashboard.Components.Space;

/// <summary>The ids of the editor's elements, by which the focus finds them.</summary>
public static class SpaceIds
{
    public const string Add = "space-add";
    public const string Json = "space-json";

    public static string Field(int rowId, SpaceField field) => $"space-{ValueText.Write(rowId)}-{field.ToString().ToLowerInvariant()}";
}
