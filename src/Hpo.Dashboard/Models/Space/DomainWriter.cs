using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Space;

/// <summary>The engine's domains as texts for the form's fields.</summary>
public static class DomainWriter
{
    public static TypedDomain Write(Domain domain) => domain switch
    {
        RealDomain real => new TypedDomain
        {
            Lower = ValueText.Write(real.Lower),
            Upper = ValueText.Write(real.Upper),
            Step = real is Uniform { Step: { } step } ? ValueText.Write(step) : "",
        },
        IntegerDomain integer => new TypedDomain
        {
            Lower = ValueText.Write(integer.Lower),
            Upper = ValueText.Write(integer.UpperExclusive),
            Step = integer is RandInt { Step: not 1 } stepped ? ValueText.Write(stepped.Step) : "",
        },
        Constant constant => new TypedDomain { Constant = ValueText.Write(constant.Value) },
        FiniteDomain finite => new TypedDomain { Values = ValueText.Write(finite.Values) },
        _ => throw new ArgumentOutOfRangeException(nameof(domain), domain, null),
    };

    /// <summary>A value of a domain for the field of the initial value; a constant has no such field.</summary>
    public static string Initial(Domain domain, ParameterValue? value) => (domain, value) switch
    {
        (Constant, _) or (_, null) => "",
        (RealDomain, { IsNumber: true } number) => ValueText.Write(number.AsReal()),
        _ => ValueText.Write(value.Value),
    };

    /// <summary>A sensible initial value: the middle of a sound domain, or the first of the listed values.</summary>
    public static string DefaultInitial(Domain domain) => domain switch
    {
        FiniteDomain finite => Initial(domain, finite.Values[0]),
        RealDomain real => Initial(domain, Rounded(real)),
        _ => Initial(domain, domain.Decode(0.5)),
    };

    // 0.0316 rather than 0.0316227766016838
    private static ParameterValue Rounded(RealDomain domain)
    {
        var middle = domain.Decode(0.5).AsReal();
        ParameterValue rounded = double.Parse(middle.ToString("G3", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
        return domain.Refuse(rounded) is null ? rounded : middle;
    }
}
