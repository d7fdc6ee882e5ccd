using System.Text.Json;
using Hpo.Engine.Space;
using Hpo.Engine.Space.Json;

namespace Hpo.Dashboard.Live;

/// <summary>How values are written in frames.</summary>
internal static class FrameJson
{
    private static readonly ParameterValueJsonConverter Values = new();

    /// <summary>Seconds, finer than a pixel, and rounded alike in snapshots and deltas.</summary>
    public static void WriteSeconds(this Utf8JsonWriter writer, TimeSpan time) => writer.WriteNumberValue(Format.Seconds(time));

    /// <summary>As above; null when there is no time.</summary>
    public static void WriteSeconds(this Utf8JsonWriter writer, TimeSpan? time)
    {
        if (time is { } value)
            writer.WriteSeconds(value);
        else
            writer.WriteNullValue();
    }

    /// <summary>An error, exactly; null when it is not a number one can draw.</summary>
    public static void WriteError(this Utf8JsonWriter writer, double error)
    {
        if (double.IsFinite(error))
            writer.WriteNumberValue(error);
        else
            writer.WriteNullValue();
    }

    /// <summary>A whole number; null when there is none.</summary>
    public static void WriteNumber(this Utf8JsonWriter writer, int? number)
    {
        if (number is { } value)
            writer.WriteNumberValue(value);
        else
            writer.WriteNullValue();
    }

    /// <summary>The value of a hyperparameter; null when there is none, or none that JSON can hold.</summary>
    public static void WriteValue(this Utf8JsonWriter writer, ParameterValue? value)
    {
        if (value is { } one && (one.Kind != ParameterKind.Real || double.IsFinite(one.AsReal())))
            Values.Write(writer, one, JsonSerializerOptions.Default);
        else
            writer.WriteNullValue();
    }

    /// <summary>The name of an enumeration's value, in camel case.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
