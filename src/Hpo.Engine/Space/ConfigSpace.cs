using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space.Json;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Space;

/// <summary>An ordered set of named hyperparameters with their domains, known to be sound.</summary>
[JsonConverter(typeof(ConfigSpaceJsonConverter))]
public sealed class ConfigSpace : IEquatable<ConfigSpace>
{
    /// <summary>The largest number of hyperparameters in a space.</summary>
    public const int MaxParameters = 100;

    /// <summary>The largest number of characters in a name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The largest number of characters in a text value.</summary>
    public const int MaxTextLength = 200;

    /// <summary>A space of the given hyperparameters: <c>new(("learning_rate", new LogUniform(0.01, 1)), …)</c>.</summary>
    /// <exception cref="InvalidInputException">There is none, or a name or a domain is not sound.</exception>
    public ConfigSpace(params IEnumerable<(string Name, Domain Domain)> parameters)
        : this(parameters.Select(parameter => new Parameter(parameter.Name, parameter.Domain)))
    {
    }

    /// <summary>A space of the given hyperparameters.</summary>
    /// <exception cref="InvalidInputException">There is none, or a name or a domain is not sound.</exception>
    public ConfigSpace(IEnumerable<Parameter> parameters)
    {
        Parameters = [.. parameters];
        var problems = FindProblems(Parameters);
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
    }

    /// <summary>The hyperparameters, in order.</summary>
    public ImmutableArray<Parameter> Parameters { get; }

    /// <summary>How many different configurations there are; null when the space is continuous or the number exceeds <see cref="long.MaxValue"/>.</summary>
    public long? Cardinality
    {
        get
        {
            Int128 product = 1;
            foreach (var parameter in Parameters)
            {
                if (parameter.Domain.Cardinality is not { } count)
                    return null;
                product *= count;
                if (product > long.MaxValue)
                    return null;
            }

            return (long)product;
        }
    }

    /// <summary>Everything that keeps hyperparameters from being a space; the paths start with the hyperparameter's name.</summary>
    public static IReadOnlyList<Problem> FindProblems(IReadOnlyList<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Count == 0)
            return [new Problem("", "The space is empty: add at least one hyperparameter.")];
        if (parameters.Count > MaxParameters)
            return [new Problem("", $"{parameters.Count} hyperparameters are too many: at most {MaxParameters} are allowed.")];
        var names = new HashSet<string>();
        var problems = new List<Problem>();
        foreach (var (name, domain) in parameters)
        {
            if (NameProblem(name) is { } nameProblem)
                problems.Add(new Problem("name", nameProblem).Within(name));
            else if (!names.Add(name))
                problems.Add(new Problem("name", $"The name {name} is used twice.").Within(name));
            problems.AddRange(domain.Problems().Concat(TextProblems(domain)).Select(problem => problem.Within(name)));
        }

        return problems;
    }

    /// <summary>Why a text cannot name a hyperparameter; null when it can.</summary>
    public static string? NameProblem(string name) => name switch
    {
        { Length: 0 } => "Give the hyperparameter a name.",
        { Length: > MaxNameLength } => $"The name has {name.Length} characters: at most {MaxNameLength} are allowed.",
        _ when name != name.Trim() => "The name starts or ends with a space.",
        _ when name.Any(char.IsControl) => "The name contains a control character.",
        _ when HasHalfCharacter(name) => "The name contains half a character (a UTF-16 surrogate without its partner).",
        _ when name.Contains('.', StringComparison.Ordinal) => "The name contains a dot: use an underscore.",
        _ => null,
    };

    /// <summary>Draws a configuration, each hyperparameter independently.</summary>
    public Configuration Sample(RandomStream random) =>
        new(Parameters.Select(parameter => (parameter.Name, parameter.Domain.Sample(random))));

    /// <summary>A configuration of a finite space by its number, the last hyperparameter counting fastest.</summary>
    /// <param name="index">From 0, below <see cref="Cardinality"/>.</param>
    /// <exception cref="InvalidOperationException">The space is not finite.</exception>
    public Configuration ConfigurationAt(long index)
    {
        var count = Cardinality ?? throw new InvalidOperationException("The configurations of this space cannot be counted.");
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
        var values = new (string Name, ParameterValue Value)[Parameters.Length];
        for (var i = values.Length - 1; i >= 0; i--)
        {
            var (name, domain) = Parameters[i];
            var cells = domain.Cardinality!.Value;
            values[i] = (name, domain.ValueAt(index % cells));
            index /= cells;
        }

        return new(values);
    }

    /// <summary>What is wrong with a configuration of this space; the paths are hyperparameters' names.</summary>
    public IReadOnlyList<Problem> Check(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var problems = new List<Problem>();
        foreach (var (name, domain) in Parameters)
        {
            if (!configuration.TryGetValue(name, out var value))
                problems.Add(new Problem(name, $"The configuration has no value for {name}."));
            else if (domain.Refuse(value) is { } reason)
                problems.Add(new Problem(name, reason));
        }

        var known = Parameters.Select(parameter => parameter.Name).ToHashSet();
        problems.AddRange(configuration.Keys.Where(name => !known.Contains(name))
            .Select(name => new Problem(name, $"The space has no hyperparameter {name}.")));
        return problems;
    }

    /// <summary>The configuration with its values in the order and of the kinds of this space.</summary>
    /// <exception cref="InvalidInputException">It does not belong to the space.</exception>
    public Configuration Require(Configuration configuration)
    {
        var problems = Check(configuration);
        return problems.Count > 0
            ? throw new InvalidInputException(problems)
            : new(Parameters.Select(parameter => (parameter.Name, parameter.Domain.Coerce(configuration[parameter.Name]))));
    }

    /// <summary>The point of the unit cube, one coordinate a hyperparameter, that stands for a configuration.</summary>
    /// <exception cref="InvalidInputException">The configuration does not belong to the space.</exception>
    public double[] Encode(Configuration configuration)
    {
        var member = Require(configuration);
        return [.. Parameters.Select(parameter => parameter.Domain.Encode(member[parameter.Name]))];
    }

    /// <summary>The configuration at a point of the unit cube.</summary>
    /// <exception cref="ArgumentException">The number of coordinates is not that of the hyperparameters.</exception>
    public Configuration Decode(IReadOnlyList<double> point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (point.Count != Parameters.Length)
            throw new ArgumentException($"The point has {point.Count} coordinates, the space {Parameters.Length} hyperparameters.", nameof(point));
        return new(Parameters.Select((parameter, i) => (parameter.Name, parameter.Domain.Decode(point[i]))));
    }

    /// <inheritdoc/>
    public bool Equals(ConfigSpace? other) => other is not null && Parameters.SequenceEqual(other.Parameters);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConfigSpace);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var parameter in Parameters)
            hash.Add(parameter);
        return hash.ToHashCode();
    }

    private static IEnumerable<Problem> TextProblems(Domain domain)
    {
        foreach (var text in domain is FiniteDomain finite ? finite.Values.Where(value => value.Kind == ParameterKind.Text) : [])
        {
            if (text.AsText().Length > MaxTextLength)
                yield return new Problem("values", $"A value has {text.AsText().Length} characters: at most {MaxTextLength} are allowed.");
            else if (HasHalfCharacter(text.AsText()))
                yield return new Problem("values", "A value contains half a character (a UTF-16 surrogate without its partner).");
        }
    }

    /// <summary>Whether a UTF-16 surrogate stands without its partner: such a text cannot be written down as JSON.</summary>
    private static bool HasHalfCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
                return true;
        }

        return false;
    }
}
