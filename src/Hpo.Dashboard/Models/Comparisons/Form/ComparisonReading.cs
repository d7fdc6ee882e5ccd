using System.Collections.Immutable;
using Hpo.Comparisons.Definitions;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Models.Comparisons.Form;

/// <summary>What a filled-in form means: the definition of a comparison when nothing is wrong, else the problems at their fields.</summary>
public sealed record ComparisonReading
{
    /// <summary>The comparison; null when a field has a problem.</summary>
    public ComparisonDefinition? Definition { get; init; }

    /// <summary>The names of the methods, in order.</summary>
    public required IReadOnlyList<string> MethodNames { get; init; }

    /// <summary>What is wrong with fields outside of the methods.</summary>
    public ImmutableDictionary<ComparisonField, string> Problems { get; init; } = ImmutableDictionary<ComparisonField, string>.Empty;

    /// <summary>What is wrong with the names and components of methods, by their place.</summary>
    public ImmutableDictionary<(int Method, MethodRole? Role), string> MethodProblems { get; init; } =
        ImmutableDictionary<(int Method, MethodRole? Role), string>.Empty;

    /// <summary>What is wrong with the parameters of chosen components, by the method's place.</summary>
    public ImmutableDictionary<(int Method, MethodRole Role, string Name), string> ParameterProblems { get; init; } =
        ImmutableDictionary<(int Method, MethodRole Role, string Name), string>.Empty;

    /// <summary>What is wrong and belongs to no field.</summary>
    public ImmutableArray<Problem> Others { get; init; } = [];

    /// <summary>How many fields have something wrong with them.</summary>
    public int ProblemCount => Problems.Count + MethodProblems.Count + ParameterProblems.Count + Others.Length;

    public static ComparisonReading Of(ComparisonDraft draft, StudyCatalog catalog)
    {
        var fields = new ComparisonFields(draft, catalog);
        var definition = fields.Definition();
        var reading = new ComparisonReading
        {
            Definition = fields.Problems.IsEmpty && fields.ParameterProblems.IsEmpty ? definition : null,
            MethodNames = [.. definition.Methods.Select(method => method.Name)],
            Problems = fields.Problems,
            ParameterProblems = fields.ParameterProblems,
        };
        return reading.With(ComparisonRules.FindProblems(definition, catalog));
    }

    /// <summary>With problems found elsewhere, each at its field.</summary>
    public ComparisonReading With(IReadOnlyList<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (problems.Count == 0)
            return this;
        return problems.Aggregate(this with { Definition = null }, (reading, problem) => reading.With(problem));
    }

    // a field that has said already what is wrong keeps its word
    private ComparisonReading With(Problem problem) => problem.Path.Split('.') switch
    {
        ["methods", var place, "name"] when Place(place) is { } method => Note((method, null), problem.Message),
        ["methods", var place, var role, "parameters", var name] when Place(place) is { } method && Role(role) is { } part =>
            ParameterProblems.ContainsKey((method, part, name)) ? this : this with { ParameterProblems = ParameterProblems.Add((method, part, name), problem.Message) },
        ["methods", var place, var role, ..] when Place(place) is { } method && Role(role) is { } part => Note((method, part), problem.Message),
        _ when FieldOf(problem.Path) is { } field => Problems.ContainsKey(field) ? this : this with { Problems = Problems.Add(field, problem.Message) },
        _ => this with { Others = Others.Add(problem) },
    };

    private ComparisonReading Note((int Method, MethodRole? Role) key, string message) =>
        MethodProblems.ContainsKey(key) ? this : this with { MethodProblems = MethodProblems.Add(key, message) };

    private int? Place(string text) => int.TryParse(text, out var place) && place < MethodNames.Count ? place : null;

    private static MethodRole? Role(string path) => path switch
    {
        "searcher" => MethodRole.Searcher,
        "scheduler" => MethodRole.Scheduler,
        _ => null,
    };

    private static ComparisonField? FieldOf(string path) => path.Split('.') switch
    {
        ["name"] => ComparisonField.Name,
        ["kind"] => ComparisonField.Kind,
        ["objectives", ..] => ComparisonField.Objectives,
        ["methods", ..] => ComparisonField.Methods,
        ["repetitions"] => ComparisonField.Repetitions,
        ["budget"] or ["budget", "trials"] => ComparisonField.Trials,
        ["budget", "epochs"] => ComparisonField.Epochs,
        ["budget", "seconds"] => ComparisonField.Seconds,
        ["workers"] => ComparisonField.Workers,
        ["maxEpochs"] => ComparisonField.MaxEpochs,
        ["decisionTime"] => ComparisonField.DecisionTime,
        ["decisionTime", "seconds"] => ComparisonField.DecisionSeconds,
        ["firstConfiguration"] => ComparisonField.FirstConfiguration,
        ["seed"] => ComparisonField.Seed,
        _ => null,
    };
}
