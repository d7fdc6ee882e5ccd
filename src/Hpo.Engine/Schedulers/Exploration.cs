using Hpo.Engine.Randomness;
using Hpo.Engine.Space;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// How population-based training varies a configuration (Jaderberg et al., 2017, section 3: explore): each hyperparameter is drawn anew with a given
/// probability, and otherwise changed a little.
/// </summary>
internal static class Exploration
{
    private const double Larger = 1.2, Smaller = 0.8;

    /// <summary>Varies a configuration.</summary>
    /// <returns>The new configuration, and what was done to it in words.</returns>
    public static (Configuration Configuration, string Changes) Explore(
        ConfigSpace space, Configuration configuration, RandomStream random, double resampleProbability)
    {
        var values = new List<(string Name, ParameterValue Value)>();
        var changes = new List<string>();
        foreach (var (name, domain) in space.Parameters)
        {
            // drawn for every hyperparameter, so that one more constant does not change what becomes of the others
            var (isRedrawn, factor, fresh) = (random.NextDouble() < resampleProbability, random.Next(2) == 0 ? Smaller : Larger, domain.Sample(random));
            var (value, change) = isRedrawn ? (fresh, "drawn anew") : Perturb(domain, configuration[name], factor);
            values.Add((name, value));
            if (value != configuration[name])
                changes.Add($"{name} {change}");
        }

        return (new Configuration(values), changes.Count > 0 ? string.Join(", ", changes) : "nothing changed");
    }

    /// <summary>
    /// Changes a value a little: a number by a factor, kept inside its range (on a reverse log scale the distance to 1), an integer or a number
    /// with steps by at least one step, an ordinal to a neighbour. There is nothing a little different from a category.
    /// </summary>
    public static (ParameterValue Value, string Change) Perturb(Domain domain, ParameterValue value, double factor)
    {
        var times = factor > 1 ? $"× {Larger}" : $"× {Smaller}";
        return domain switch
        {
            { IsOrdered: false } or { Cardinality: 1 } => (value, "kept"),
            Ordinal => (Neighbour(domain, value, factor), factor > 1 ? "one up" : "one down"),
            ReverseLogUniform real => (Within(real, 1 - ((1 - value.AsReal()) * factor)), $"(distance to 1) {times}"),
            RealDomain { Cardinality: null } real => (Within(real, value.AsReal() * factor), times),
            // of a domain from outside nothing is known but where a value lies
            { Cardinality: null } => (domain.Decode(domain.Encode(value) * factor), $"(position) {times}"),
            _ when !domain.Coerce(value).IsNumber => (Neighbour(domain, value, factor), factor > 1 ? "one up" : "one down"),
            _ => (OnGrid(domain, value.AsReal(), factor), times),
        };
    }

    private static ParameterValue Within(RealDomain domain, double number) => Math.Clamp(number, domain.Lower, domain.Upper);

    private static ParameterValue Neighbour(Domain domain, ParameterValue value, double factor)
    {
        var count = domain.Cardinality!.Value;
        return domain.ValueAt(Math.Clamp(NumericRules.Cell(domain.Encode(value), count) + Math.Sign(factor - 1), 0, count - 1));
    }

    /// <summary>The value of the grid nearest to number × factor, but not the number itself unless that is the end of the grid.</summary>
    private static ParameterValue OnGrid(Domain domain, double number, double factor)
    {
        var (from, to) = (Nearest(domain, number), Nearest(domain, number * factor));
        if (to == from)
            to += factor > 1 == number >= 0 ? 1 : -1;
        return domain.ValueAt(Math.Clamp(to, 0, domain.Cardinality!.Value - 1));
    }

    private static long Nearest(Domain domain, double number)
    {
        var (first, last) = (0L, domain.Cardinality!.Value - 1);
        while (first < last)
        {
            var middle = (first + last) / 2;
            if ((domain.ValueAt(middle).AsReal() + domain.ValueAt(middle + 1).AsReal()) / 2 < number)
                first = middle + 1;
            else
                last = middle;
        }

        return first;
    }
}
