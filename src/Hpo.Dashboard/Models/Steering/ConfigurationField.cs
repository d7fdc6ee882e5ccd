using Hpo.Dashboard.Models.Space;
using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Steering;

/// <summary>The value of one hyperparameter as it is typed or chosen.</summary>
/// <param name="Name">The hyperparameter.</param>
/// <param name="Domain">What it may be.</param>
/// <param name="Text">What was typed; for a list, the place of the value that was chosen.</param>
public sealed record ConfigurationField(string Name, Domain Domain, string Text)
{
    /// <summary>The field, filled with a value of the domain.</summary>
    public static ConfigurationField Of(string name, Domain domain, ParameterValue value)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return new(name, domain, domain is FiniteDomain list
            ? ValueText.Write(Math.Max(0, list.Values.IndexOf(list.Coerce(value))))
            : ValueText.Write(domain.Coerce(value)));
    }

    /// <summary>The values to choose from; null where one types.</summary>
    public IReadOnlyList<ParameterValue>? Choices => (Domain as FiniteDomain)?.Values;

    /// <summary>Whether there is only one value it can have.</summary>
    public bool IsFixed => Domain is Constant;

    /// <summary>What it may be, in words.</summary>
    public string Hint => DomainText.Describe(Domain);

    /// <summary>The value; null when the text is wrong.</summary>
    public ParameterValue? Value => Read().Value;

    /// <summary>What is wrong with the text, in words; null when nothing is.</summary>
    public string? Problem => Read().Problem;

    private (ParameterValue? Value, string? Problem) Read()
    {
        var (value, problem) = Parse();
        problem ??= Domain.Refuse(value);
        return problem is null ? (Domain.Coerce(value), null) : (null, problem);
    }

    private (ParameterValue Value, string? Problem) Parse()
    {
        switch (Domain)
        {
            case Constant constant:
                return (constant.Value, null);
            case FiniteDomain list:
                return int.TryParse(Text, out var place) && place >= 0 && place < list.Values.Length
                    ? (list.Values[place], null)
                    : (default, "Choose a value of the list.");
            case IntegerDomain:
                return ValueText.ReadInteger(Text, out var whole) is { } noInteger ? (default, noInteger) : (ParameterValue.FromInteger(whole), null);
            default:
                return ValueText.ReadReal(Text, out var number) is { } noNumber ? (default, noNumber) : (ParameterValue.FromReal(number), null);
        }
    }
}
