using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Space;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Models.Form;

/// <summary>The values of a component's parameters as texts of the form.</summary>
public static class ParameterText
{
    /// <summary>The text of the default; empty when the component chooses for itself.</summary>
    public static string Default(ComponentParameter parameter) => parameter.Default is { } value ? Write(value) : "";

    /// <summary>A value as it is typed or chosen; real numbers with five digits.</summary>
    public static string Write(ParameterValue value) => value.Kind == ParameterKind.Real ? value.ToShortString() : value.ToString();

    /// <summary>Reads a value; returns what is wrong with the text, null when nothing is.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="text">The text of its field.</param>
    /// <param name="value">The value; null when the component is to choose for itself, or the text cannot be read.</param>
    public static string? Read(ComponentParameter parameter, string text, out ParameterValue? value)
    {
        value = null;
        // the default itself, of whose digits the text may show only the first
        if (text.Trim() == Default(parameter))
        {
            value = parameter.Default;
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
            return parameter.Default is null ? null : $"Give a value, such as {Default(parameter)}.";
        var problem = DomainReader.ReadValueOf(parameter.Domain, text, out var read) ?? parameter.Domain.Refuse(read);
        if (problem is null)
            value = parameter.Domain.Coerce(read);
        return problem;
    }
}
