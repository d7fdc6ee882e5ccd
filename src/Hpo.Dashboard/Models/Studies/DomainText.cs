using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>Domains in words.</summary>
public static class DomainText
{
    private const int ValuesShown = 12;

    /// <summary>What a hyperparameter may be, and how it is drawn: "0.01 to 1, on a log scale".</summary>
    public static string Describe(Domain domain) => domain switch
    {
        Uniform { Step: { } step } d => $"{Format.Real(d.Lower)} to {Format.Real(d.Upper)} in steps of {Format.Real(step)}",
        Uniform d => $"{Format.Real(d.Lower)} to {Format.Real(d.Upper)}, uniformly",
        LogUniform d => $"{Format.Real(d.Lower)} to {Format.Real(d.Upper)}, on a log scale",
        // five digits would round an upper bound of 0.999999 up to 1
        ReverseLogUniform d => $"{ParameterValue.FromReal(d.Lower)} to {ParameterValue.FromReal(d.Upper)}, on a log scale towards 1",
        RandInt { Step: > 1 } d => $"whole numbers {d.Lower} to {d.Largest} in steps of {d.Step}",
        LogRandInt d => $"whole numbers {d.Lower} to {d.Largest}, on a log scale",
        IntegerDomain d => $"whole numbers {d.Lower} to {d.Largest}, uniformly",
        Constant d => $"always {Format.Value(d.Value)}",
        Ordinal d => $"one of {List(d)}, in this order",
        FiniteDomain d => $"one of {List(d)}",
        _ => throw new ArgumentOutOfRangeException(nameof(domain), domain, "There are no words for this domain."),
    };

    private static string List(FiniteDomain domain)
    {
        var shown = string.Join(", ", domain.Values.Take(ValuesShown).Select(Format.Value));
        return domain.Values.Length > ValuesShown ? $"{shown} and {domain.Values.Length - ValuesShown} more" : shown;
    }
}
