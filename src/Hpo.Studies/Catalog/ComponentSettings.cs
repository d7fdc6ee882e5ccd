using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Studies.Catalog;

/// <summary>The parameters of a component as a study sets them; what it leaves out has its default.</summary>
public sealed class ComponentSettings
{
    private readonly Dictionary<string, ParameterValue?> _values;

    /// <summary>Reads the values that a study gives the parameters of a catalog entry.</summary>
    /// <param name="entry">Says which parameters there are.</param>
    /// <param name="given">The values given; null for none.</param>
    /// <exception cref="InvalidInputException">There is no such parameter, or it cannot have the value.</exception>
    public ComponentSettings(CatalogEntry entry, Configuration? given)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var problems = entry.CheckParameters(given);
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        _values = entry.Parameters.ToDictionary(
            parameter => parameter.Name,
            parameter => given is not null && given.TryGetValue(parameter.Name, out var value) ? parameter.Domain.Coerce(value) : parameter.Default);
    }

    /// <summary>The value of a parameter; null when the component is to choose it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public ParameterValue? this[string name] => _values[name];

    /// <summary>The value of a parameter that is a number.</summary>
    public double Real(string name) => Given(name).AsReal();

    /// <summary>The value of a parameter that is a whole number.</summary>
    public int Integer(string name) => (int)Given(name).AsInteger();

    /// <summary>The value of a parameter that is a whole number; null when the component is to choose it.</summary>
    public int? OptionalInteger(string name) => this[name] is { } value ? (int)value.AsInteger() : null;

    /// <summary>The value of a parameter that is true or false.</summary>
    public bool Boolean(string name) => Given(name).AsBoolean();

    /// <summary>The value of a parameter that is a word.</summary>
    public string Text(string name) => Given(name).AsText();

    private ParameterValue Given(string name) => this[name] ?? throw new InvalidOperationException($"The parameter {name} has no value.");
}
