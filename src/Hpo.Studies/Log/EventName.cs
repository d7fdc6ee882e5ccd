using System.Text.Json;

namespace Hpo.Studies.Log;

/// <summary>The names under which types of events are stored.</summary>
public static class EventName
{
    /// <summary>The name of a type: that of its record, in camel case.</summary>
    public static string Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return JsonNamingPolicy.CamelCase.ConvertName(type.Name);
    }
}
