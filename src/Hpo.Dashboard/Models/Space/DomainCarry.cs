using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Space;

/// <summary>Carries what was typed for one type of domain over to another, so that a change of type keeps what can be kept.</summary>
internal static class DomainCarry
{
    /// <summary>A range of up to this many whole numbers becomes a list of all of them.</summary>
    private const int FewIntegers = 12;

    public static TypedDomain Over(TypedDomain text, DomainType from, DomainType to)
    {
        var initial = from == DomainType.Constant ? text.Constant : text.Initial;
        var carried = DomainTypeInfo.Of(to).Shape switch
        {
            DomainShape.Range => Range(text, from, to),
            DomainShape.List => new TypedDomain { Values = List(text, from) },
            _ => new TypedDomain { Constant = Single(text, from) },
        };
        return carried with { Initial = Initial(carried, to, initial) };
    }

    private static TypedDomain Range(TypedDomain text, DomainType from, DomainType to)
    {
        if (DomainTypeInfo.Of(from).Shape != DomainShape.Range)
            return Around(Numbers(text), to);
        var (lowerText, upperText) = (text.Lower, text.Upper);
        var readable = ValueText.ReadReal(lowerText, out var lower) is null & ValueText.ReadReal(upperText, out var upper) is null;
        var (wasInteger, isInteger) = (DomainTypeInfo.Of(from).IsInteger, DomainTypeInfo.Of(to).IsInteger);
        var isKept = wasInteger == isInteger && IsAllowed(lower, upper, to);
        // the upper bound of integers is not included, that of real numbers is
        if (readable && lower < upper && !isKept)
            (lowerText, upperText) = Bounds(lower, wasInteger ? Math.Max(lower, upper - 1) : upper, to);

        // texts that are no bounds stay as they are: they are the person's to correct
        return new TypedDomain { Lower = lowerText, Upper = upperText, Step = Step(text.Step, from, to) };
    }

    private static bool IsAllowed(double lower, double upper, DomainType to) => to switch
    {
        DomainType.LogUniform or DomainType.LogRandInt => lower > 0,
        DomainType.ReverseLogUniform => lower >= 0 && upper < 1,
        _ => true,
    };

    /// <summary>Bounds of a type that come closest to a range from a smallest to a largest value.</summary>
    private static (string Lower, string Upper) Bounds(double smallest, double largest, DomainType to)
    {
        if (DomainTypeInfo.Of(to).IsInteger)
        {
            var least = to == DomainType.LogRandInt ? 1 : -ParameterValue.MaxInteger;
            var first = Math.Max((long)Math.Clamp(Math.Floor(smallest), -ParameterValue.MaxInteger, ParameterValue.MaxInteger - 1), least);
            var last = Math.Max((long)Math.Clamp(Math.Floor(largest), -ParameterValue.MaxInteger, ParameterValue.MaxInteger - 1), first);
            return (ValueText.Write(first), ValueText.Write(last + 1));
        }

        (smallest, largest) = to switch
        {
            DomainType.LogUniform when largest <= 0 => (0.001, 1),
            DomainType.LogUniform when smallest <= 0 => (largest / 1000, largest),
            DomainType.ReverseLogUniform => (Math.Clamp(smallest, 0, 0.9), largest is > 0 and < 1 ? largest : 0.999),
            _ when smallest == largest => (smallest, smallest + 1),
            _ => (smallest, largest),
        };
        return (ValueText.Write(smallest), ValueText.Write(largest));
    }

    /// <summary>A usual range of a type, widened to hold some numbers.</summary>
    private static TypedDomain Around(List<double> numbers, DomainType to)
    {
        var (lower, upper) = numbers.Count > 1 ? (numbers.Min(), numbers.Max()) : Usual(numbers, to);
        (var lowerText, var upperText) = Bounds(lower, upper, to);
        return new TypedDomain { Lower = lowerText, Upper = upperText };
    }

    private static (double Lower, double Upper) Usual(List<double> numbers, DomainType to)
    {
        var (lower, upper) = to switch
        {
            DomainType.Uniform => (0.0, 1.0),
            DomainType.LogUniform => (0.001, 1),
            DomainType.ReverseLogUniform => (0.9, 0.999),
            DomainType.RandInt => (1, 10),
            _ => (1, 1000),
        };
        return numbers.Count == 1 && IsAllowed(numbers[0], numbers[0], to)
            ? (Math.Min(lower, numbers[0]), Math.Max(upper, numbers[0]))
            : (lower, upper);
    }

    private static List<double> Numbers(TypedDomain text)
    {
        _ = ValueText.ReadValues(text.Values.Length > 0 ? text.Values : text.Constant, out var values);
        return [.. values.Where(value => value.IsNumber).Select(value => value.AsReal()).Where(double.IsFinite)];
    }

    private static string Step(string step, DomainType from, DomainType to)
    {
        if (!DomainTypeInfo.Of(to).Fields.Contains(SpaceField.Step))
            return "";
        // a step of real numbers need not be one of integers
        return DomainTypeInfo.Of(from).IsInteger || !DomainTypeInfo.Of(to).IsInteger || ValueText.ReadInteger(step, out _) is null ? step : "";
    }

    private static string List(TypedDomain text, DomainType from)
    {
        if (DomainTypeInfo.Of(from).Shape == DomainShape.List)
            return text.Values;
        if (DomainTypeInfo.Of(from).Shape == DomainShape.Single)
            return text.Constant;
        var row = new ParameterDraft { Id = 0, Name = "x", Type = from, Text = text };
        switch (ParameterReading.Of(row).SoundDomain)
        {
            case { Cardinality: <= FewIntegers and var count } few:
                return ValueText.Write(Enumerable.Range(0, (int)count).Select(i => few.Decode((i + 0.5) / count)));
            case IntegerDomain integer:
                return ValueText.Write([integer.Lower, integer.Decode(0.5), integer.Largest]);
            case RealDomain real:
                return $"{text.Lower}, {DomainWriter.DefaultInitial(real)}, {text.Upper}";
            default:
                return $"{text.Lower}, {text.Upper}";
        }
    }

    private static string Single(TypedDomain text, DomainType from)
    {
        if (text.Initial.Length > 0)
            return text.Initial;
        if (DomainTypeInfo.Of(from).Shape == DomainShape.Range)
            return text.Lower;
        _ = ValueText.ReadValues(text.Values, out var values);
        return values.Count > 0 ? ValueText.Write(values[0]) : text.Values;
    }

    /// <summary>The initial value: kept when the new domain has it, else the nearest number, else the new domain's usual one.</summary>
    private static string Initial(TypedDomain carried, DomainType to, string initial)
    {
        if (!DomainTypeInfo.Of(to).HasInitial || initial.Length == 0)
            return "";
        var row = new ParameterDraft { Id = 0, Name = "x", Type = to, Text = carried with { Initial = initial } };
        var reading = ParameterReading.Of(row);
        if (reading.SoundDomain is not { } domain || reading.Initial is not null)
            return initial;
        return domain is not FiniteDomain && ValueText.ReadReal(initial, out var number) is null
            ? DomainWriter.Initial(domain, Nearest(domain, number))
            : DomainWriter.DefaultInitial(domain);
    }

    private static ParameterValue Nearest(Domain domain, double number) => domain switch
    {
        RandInt { Step: > 1 } or Uniform { Step: not null } => domain.Decode(0.5),
        IntegerDomain integer => (long)Math.Clamp(Math.Round(number), integer.Lower, integer.Largest),
        RealDomain real => Math.Clamp(number, real.Lower, real.Upper),
        _ => domain.Decode(0.5),
    };
}
