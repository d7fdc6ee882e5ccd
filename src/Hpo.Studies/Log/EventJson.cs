using System.Text.Json;

namespace Hpo.Studies.Log;

/// <summary>Events as JSON: the name of a type (<see cref="EventName"/>) and a body.</summary>
/// <typeparam name="TEvent">What can happen.</typeparam>
/// <param name="types">All types of events.</param>
/// <param name="options">How bodies are written.</param>
public sealed class EventJson<TEvent>(IEnumerable<Type> types, JsonSerializerOptions options)
    where TEvent : class
{
    private readonly Dictionary<string, Type> _types = types.ToDictionary(EventName.Of);

    /// <summary>The body of an event.</summary>
    public string Write(TEvent logged)
    {
        ArgumentNullException.ThrowIfNull(logged);
        return JsonSerializer.Serialize(logged, logged.GetType(), options);
    }

    /// <summary>The event of a type's name and a body.</summary>
    /// <exception cref="InvalidDataException">They are not those of an event.</exception>
    public TEvent Read(string typeName, string body)
    {
        if (!_types.TryGetValue(typeName, out var type))
            throw new InvalidDataException($"There is no event of type {typeName}.");
        try
        {
            return (TEvent?)JsonSerializer.Deserialize(body, type, options)
                ?? throw new InvalidDataException($"The body of an event of type {typeName} is missing.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The body of an event of type {typeName} is damaged: {exception.Message}", exception);
        }
    }
}
