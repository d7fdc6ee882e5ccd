using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>What keeps a space from being replayed: configurations in it that lie outside the recorded space.</summary>
internal static class RecordedSpaceCheck
{
    /// <summary>Of so many values each is looked at.</summary>
    private const int MaxValues = 1000;

    public static IReadOnlyList<Problem> FindProblems(ConfigSpace space, TableDescription description)
    {
        ArgumentNullException.ThrowIfNull(space);
        var recorded = description.Space.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Domain);
        return
        [
            .. recorded.Keys.Except(space.Parameters.Select(parameter => parameter.Name))
                .Select(name => new Problem("", $"{description.Name} needs a hyperparameter {name}: add it to the space.")),
            .. from parameter in space.Parameters
               from problem in recorded.TryGetValue(parameter.Name, out var domain)
                   ? FindProblems(parameter.Domain, domain)
                   : [new Problem("name", $"{description.Name} was recorded without a hyperparameter {parameter.Name}: remove it.")]
               select problem.Within(parameter.Name),
        ];
    }

    private static IEnumerable<Problem> FindProblems(Domain domain, Domain recorded)
    {
        if (domain == recorded)
            return [];
        if (domain.Cardinality is { } count and <= MaxValues)
            return Enumerable.Range(0, (int)count).SelectMany(i => FindProblem(domain.ValueAt(i), i == 0, domain, recorded)).Take(1);
        if (recorded is FiniteDomain || !domain.Kinds.IsSubsetOf(recorded.Kinds))
            return [new Problem("", $"Only values of {recorded} were recorded: choose such a domain.")];
        var (lower, upper) = Bounds(domain);
        return [.. FindProblem(lower, true, domain, recorded), .. FindProblem(upper, false, domain, recorded)];
    }

    private static IEnumerable<Problem> FindProblem(ParameterValue value, bool isLowest, Domain domain, Domain recorded)
    {
        if (recorded.Refuse(recorded.Coerce(value)) is { } reason)
            yield return new Problem(domain is FiniteDomain ? "values" : isLowest ? "lower" : "upper", $"{reason} No other values were recorded.");
    }

    private static (ParameterValue Lower, ParameterValue Upper) Bounds(Domain domain) => domain switch
    {
        RealDomain real => (real.Lower, real.Upper),
        IntegerDomain integer => (integer.Lower, integer.Largest),
        _ => throw new ArgumentException($"The bounds of a {domain.GetType().Name} are not known.", nameof(domain)),
    };
}
