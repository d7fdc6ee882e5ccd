using System.Text.Json;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Space.Json;

/// <summary>One domain as a JSON object; the property names are those of the domains, the types their names in lower case.</summary>
internal static class DomainJson
{
    /// <summary>Enough to go on with; a text of thousands of wrong properties would bury the person who pasted it.</summary>
    private const int MaxProblems = 20;

    private static readonly ParameterValueJsonConverter Values = new();

    private static readonly Dictionary<string, (string[] Properties, Func<Fields, Domain?> Read)> Types = new()
    {
        ["uniform"] = (["lower", "upper", "step"], f => f.Real("lower", out var lower) & f.Real("upper", out var upper) & f.OptionalReal("step", out var step)
            ? new Uniform(lower, upper, step) : null),
        ["loguniform"] = (["lower", "upper"], f => f.Real("lower", out var lower) & f.Real("upper", out var upper)
            ? new LogUniform(lower, upper) : null),
        ["reverseloguniform"] = (["lower", "upper"], f => f.Real("lower", out var lower) & f.Real("upper", out var upper)
            ? new ReverseLogUniform(lower, upper) : null),
        ["randint"] = (["lower", "upperExclusive", "step"], f => f.Integer("lower", out var lower) & f.Integer("upperExclusive", out var upper) & f.Integer("step", out var step, 1)
            ? new RandInt(lower, upper, step) : null),
        ["lograndint"] = (["lower", "upperExclusive"], f => f.Integer("lower", out var lower) & f.Integer("upperExclusive", out var upper)
            ? new LogRandInt(lower, upper) : null),
        ["choice"] = (["values"], f => f.List("values", out var values) ? new Choice(values) : null),
        ["ordinal"] = (["values"], f => f.List("values", out var values) ? new Ordinal(values) : null),
        ["constant"] = (["value"], f => f.Value("value", out var value) ? new Constant(value) : null),
    };

    public static Domain? Read(JsonElement element, List<Problem> problems)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new Problem("", "A domain is a JSON object such as {\"type\": \"uniform\", \"lower\": 0, \"upper\": 1}."));
            return null;
        }

        var type = element.TryGetProperty("type", out var typeElement) && typeElement.ValueKind == JsonValueKind.String ? typeElement.GetString()! : "";
        if (!Types.TryGetValue(type, out var reader))
        {
            var what = type.Length == 0 ? "The domain has no type" : $"There is no domain type {Shorten(type)}";
            problems.Add(new Problem("type", $"{what}: use one of {string.Join(", ", Types.Keys)}."));
            return null;
        }

        var seen = new HashSet<string>();
        foreach (var property in element.EnumerateObject().TakeWhile(_ => problems.Count < MaxProblems))
        {
            if (!seen.Add(property.Name))
                problems.Add(new Problem(property.Name, $"{Shorten(property.Name)} is given twice."));
            else if (property.Name != "type" && !reader.Properties.Contains(property.Name))
                problems.Add(new Problem(property.Name, Unknown(type, property.Name, reader.Properties)));
        }

        return reader.Read(new Fields(element, problems));
    }

    /// <summary>Why a domain cannot be written, in words; null when it can be.</summary>
    public static string? Refuse(Domain domain)
    {
        var type = domain.GetType();
        return type.Assembly == typeof(DomainJson).Assembly ? null
            : $"{type.Name} is a domain that study files do not know: use one of {string.Join(", ", Types.Keys)}.";
    }

    /// <exception cref="NotSupportedException">The domain is none of the engine's: nothing could read what was written.</exception>
    public static void Write(Utf8JsonWriter writer, Domain domain)
    {
        if (Refuse(domain) is { } reason)
            throw new NotSupportedException(reason);
        writer.WriteStartObject();
        writer.WriteString("type", domain.GetType().Name.ToLowerInvariant());
        switch (domain)
        {
            case RealDomain real:
                writer.WriteNumber("lower", real.Lower);
                writer.WriteNumber("upper", real.Upper);
                if (domain is Uniform { Step: { } step })
                    writer.WriteNumber("step", step);
                break;
            case IntegerDomain integer:
                writer.WriteNumber("lower", integer.Lower);
                writer.WriteNumber("upperExclusive", integer.UpperExclusive);
                if (domain is RandInt { Step: not 1 } stepped)
                    writer.WriteNumber("step", stepped.Step);
                break;
            case Constant constant:
                writer.WritePropertyName("value");
                Values.Write(writer, constant.Value, JsonSerializerOptions.Default);
                break;
            case FiniteDomain finite:
                writer.WriteStartArray("values");
                foreach (var value in finite.Values)
                    Values.Write(writer, value, JsonSerializerOptions.Default);
                writer.WriteEndArray();
                break;
        }

        writer.WriteEndObject();
    }

    private static string Unknown(string type, string property, string[] known) => property == "upper" && known.Contains("upperExclusive")
        ? $"Write upperExclusive instead of upper: {type} does not include its upper bound."
        : $"{type} has no property {Shorten(property)}: it has {string.Join(", ", known)}.";

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    /// <summary>The properties of a domain's object; each method reads one and notes what is wrong with it.</summary>
    private sealed class Fields(JsonElement element, List<Problem> problems)
    {
        private const string TooLarge = "The number is too large.";

        public bool Real(string name, out double number)
        {
            number = 0;
            if (!element.TryGetProperty(name, out var property))
                return Refuse(name, $"{name} is missing.");
            if (property.ValueKind != JsonValueKind.Number)
                return Refuse(name, "This must be a number.");
            number = property.GetDouble();
            return double.IsFinite(number) || Refuse(name, TooLarge);
        }

        public bool OptionalReal(string name, out double? number)
        {
            number = null;
            if (!element.TryGetProperty(name, out var property) || property.ValueKind == JsonValueKind.Null)
                return true;
            var isNumber = Real(name, out var value);
            number = value;
            return isNumber;
        }

        /// <summary>Reads a whole number, however it is written: 32, 32.0 or 3.2e1.</summary>
        public bool Integer(string name, out long number, long? fallback = null)
        {
            number = fallback ?? 0;
            if (!element.TryGetProperty(name, out var property))
                return fallback is not null || Refuse(name, $"{name} is missing.");
            if (property.ValueKind != JsonValueKind.Number)
                return Refuse(name, "This must be a whole number.");
            if (property.TryGetInt64(out number))
                return true;
            var real = property.GetDouble();
            if (Math.Abs(real) > ParameterValue.MaxInteger)
                return Refuse(name, TooLarge);
            number = (long)real;
            return number == real || Refuse(name, "This must be a whole number.");
        }

        public bool List(string name, out List<ParameterValue> values)
        {
            values = [];
            if (!element.TryGetProperty(name, out var property) || property.ValueKind != JsonValueKind.Array)
                return Refuse(name, $"{name} must be a list, such as [1, 2, 3].");
            foreach (var item in property.EnumerateArray())
            {
                if (!Scalar(name, item, "Each value must be a number, a text, true or false.", out var value))
                    return false;
                values.Add(value);
            }

            return true;
        }

        public bool Value(string name, out ParameterValue value)
        {
            value = default;
            var expected = $"{name} must be a number, a text, true or false.";
            return element.TryGetProperty(name, out var property) ? Scalar(name, property, expected, out value) : Refuse(name, expected);
        }

        private bool Scalar(string name, JsonElement item, string expected, out ParameterValue value)
        {
            value = default;
            if (item.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null)
                return Refuse(name, expected);
            if (item.ValueKind == JsonValueKind.Number && !double.IsFinite(item.GetDouble()))
                return Refuse(name, TooLarge);
            var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(item.GetRawText()));
            reader.Read();
            value = Values.Read(ref reader, typeof(ParameterValue), JsonSerializerOptions.Default);
            return true;
        }

        private bool Refuse(string name, string message)
        {
            problems.Add(new Problem(name, message));
            return false;
        }
    }
}
