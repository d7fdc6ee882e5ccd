using System.Collections.Immutable;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Space;

/// <summary>Turns the texts of a row into the engine's domain; each text that cannot be read is noted at its field.</summary>
internal static class DomainReader
{
    /// <summary>The domain, judged by the engine's own rules; null when a text cannot be read.</summary>
    public static Domain? Read(ParameterDraft row, ImmutableDictionary<SpaceField, string>.Builder problems)
    {
        var domain = new Fields(row.Text, problems).Read(row.Type);
        if (domain is null)
            return null;
        // in a space of its own: also the rules that spaces add to those of domains
        const string alone = "x";
        foreach (var problem in ConfigSpace.FindProblems([new Parameter(alone, domain)]))
            problems.TryAdd(FieldOf(problem.Path[(alone.Length + 1)..], row.Type), problem.Message);
        return domain;
    }

    /// <summary>Reads a value as a domain understands it: among listed texts, 1 and "1" mean the one that is there.</summary>
    public static string? ReadValueOf(Domain domain, string text, out ParameterValue value)
    {
        value = default;
        if (string.IsNullOrWhiteSpace(text))
            return "Give the value to try first.";
        switch (domain)
        {
            case RealDomain:
                var realProblem = ValueText.ReadReal(text, out var real);
                value = real;
                return realProblem;
            case IntegerDomain:
                var integerProblem = ValueText.ReadInteger(text, out var integer);
                value = integer;
                return integerProblem;
            default:
                var problem = ValueText.ReadValue(text, out value);
                var plain = ParameterValue.FromText(text.Trim());
                if (problem is null && domain.Refuse(value) is not null && domain.Refuse(plain) is null)
                    value = plain;
                return problem;
        }
    }

    /// <summary>The field that a problem of the engine's belongs to.</summary>
    public static SpaceField FieldOf(string path, DomainType type) => path switch
    {
        "name" => SpaceField.Name,
        "type" => SpaceField.Type,
        "lower" => SpaceField.Lower,
        "upper" or "upperExclusive" => SpaceField.Upper,
        "step" => SpaceField.Step,
        "value" => SpaceField.Constant,
        "values" => type == DomainType.Constant ? SpaceField.Constant : SpaceField.Values,
        _ => SpaceField.Name,
    };

    private sealed class Fields(TypedDomain text, ImmutableDictionary<SpaceField, string>.Builder problems)
    {
        public Domain? Read(DomainType type)
        {
            switch (type)
            {
                case DomainType.Uniform:
                    return Reals(out var lower, out var upper) & Step(out double? step) ? new Uniform(lower, upper, step) : null;
                case DomainType.LogUniform:
                    return Reals(out lower, out upper) ? new LogUniform(lower, upper) : null;
                case DomainType.ReverseLogUniform:
                    return Reals(out lower, out upper) ? new ReverseLogUniform(lower, upper) : null;
                case DomainType.RandInt:
                    return Integers(out var first, out var end) & Step(out long distance) ? new RandInt(first, end, distance) : null;
                case DomainType.LogRandInt:
                    return Integers(out first, out end) ? new LogRandInt(first, end) : null;
                case DomainType.Choice:
                    return List(out var values) ? new Choice(values) : null;
                case DomainType.Ordinal:
                    return List(out values) ? new Ordinal(values) : null;
                default:
                    return Given(SpaceField.Constant, "Give the value.") && Note(SpaceField.Constant, ValueText.ReadValue(text.Constant, out var value))
                        ? new Constant(value)
                        : null;
            }
        }

        private bool Reals(out double lower, out double upper)
        {
            (lower, upper) = (0, 0);
            return (Given(SpaceField.Lower, "Give a lower bound.") && Note(SpaceField.Lower, ValueText.ReadReal(text.Lower, out lower)))
                & (Given(SpaceField.Upper, "Give an upper bound.") && Note(SpaceField.Upper, ValueText.ReadReal(text.Upper, out upper)));
        }

        private bool Integers(out long lower, out long upper)
        {
            (lower, upper) = (0, 0);
            return (Given(SpaceField.Lower, "Give a lower bound.") && Note(SpaceField.Lower, ValueText.ReadInteger(text.Lower, out lower)))
                & (Given(SpaceField.Upper, "Give an upper bound.") && Note(SpaceField.Upper, ValueText.ReadInteger(text.Upper, out upper)));
        }

        private bool Step(out double? step)
        {
            step = null;
            if (string.IsNullOrWhiteSpace(text.Step))
                return true;
            var isRead = Note(SpaceField.Step, ValueText.ReadReal(text.Step, out var number));
            step = number;
            return isRead;
        }

        private bool Step(out long step)
        {
            step = 1;
            return string.IsNullOrWhiteSpace(text.Step) || Note(SpaceField.Step, ValueText.ReadInteger(text.Step, out step));
        }

        private bool List(out IReadOnlyList<ParameterValue> values) => Note(SpaceField.Values, ValueText.ReadValues(text.Values, out values));

        private bool Given(SpaceField field, string otherwise) => Note(field, string.IsNullOrWhiteSpace(text[field]) ? otherwise : null);

        private bool Note(SpaceField field, string? problem)
        {
            if (problem is not null)
                problems.TryAdd(field, problem);
            return problem is null;
        }
    }
}
