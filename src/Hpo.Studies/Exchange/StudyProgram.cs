using System.Text;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Studies.Exchange;

/// <summary>
/// A study as a C# program against the engine, which makes the same suggestions: with one worker always, with several as long as trials report in the same order.
/// Nothing a person typed can become code: names and texts stand in it as literals.
/// </summary>
public static class StudyProgram
{
    private static readonly string[] AlwaysUsed = ["Hpo.Engine.Space", "Hpo.Engine.Tuning"];

    /// <summary>The program, ready for <c>dotnet run study.cs</c> in the folder of this repository.</summary>
    /// <exception cref="InvalidInputException">The definition has problems, or a component that no program can make.</exception>
    public static string Write(StudyDefinition definition, StudyCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(catalog);
        var problems = StudyDefinitionRules.FindProblems(definition, catalog);
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        var (objective, searcher, scheduler) = (
            catalog.Objectives.Get(definition.Objective.Type), catalog.Searchers.Get(definition.Searcher.Type), catalog.Schedulers.Get(definition.Scheduler.Type));
        ComponentCode[] codes = [Code(objective, definition.Objective), Code(searcher, definition.Searcher), Code(scheduler, definition.Scheduler)];
        var program = new StringBuilder();
        WriteHead(program, definition, codes, objective.IsSimulated);
        program.Append($$"""
            const long seed = {{CSharpText.Of(definition.Seed)}};
            const int trials = {{definition.Stop.Trials}}, workers = {{definition.Workers}}, maxEpochs = {{definition.MaxEpochs}};

            var space = new ConfigSpace(
            {{string.Join(",\n", definition.Space.Parameters.Select(parameter => $"    ({CSharpText.Of(parameter.Name)}, {CSharpText.Of(parameter.Domain)})"))}});
            Configuration[] initial =
            [
            {{string.Concat(definition.InitialConfigurations.Select(configuration => $"    {CSharpText.Of(configuration)},\n"))}}];

            var objective = {{Component(objective, definition.Objective)}};
            var searcher = {{Component(searcher, definition.Searcher)}};
            {{WarmStart(definition)}}var scheduler = {{Component(scheduler, definition.Scheduler)}};
            var options = new {{(objective.IsSimulated ? "SimulationOptions" : "TunerOptions")}} { {{string.Join(", ", Options(definition))}} };
            var tuner = new {{(objective.IsSimulated ? "SimulatedTuner" : "HpoTuner")}}(scheduler, objective, options, Print);
            tuner.Run(trials);
            Console.WriteLine($"error {tuner.IncumbentError} with {tuner.Incumbent} after {tuner.CurrentRuntime.TotalSeconds:0.0} s");

            static void Print(StudyEvent happened)
            {
                if (happened is TrialStarted started)
                    Console.WriteLine($"trial {started.TrialId}: {started.Configuration} ({started.Reason})");
                else if (happened is EpochReported report)
                    Console.WriteLine($"trial {report.TrialId}: error {report.Error:G5} after epoch {report.Epoch}");
                else if (happened is TrialEnded ended)
                    Console.WriteLine($"trial {ended.TrialId}: {ended.Status}. {ended.Reason}");
            }

            """.ReplaceLineEndings("\n"));
        return program.ToString();
    }

    private static void WriteHead(StringBuilder program, StudyDefinition definition, ComponentCode[] codes, bool isSimulated)
    {
        string[] projects = [.. codes.SelectMany(code => code.Projects).Append("Hpo.Engine").Distinct().Order(StringComparer.Ordinal)];
        string[] namespaces = isSimulated ? [.. AlwaysUsed, "Hpo.Engine.Simulation"] : AlwaysUsed;
        // a comment ends with its line, and so must the name
        program.Append($"// The study {CSharpText.Of(definition.Name)} as a program: the same suggestions from the same seed.\n");
        program.Append("// Save it as study.cs in the folder of HPO Dashboard and start it there: dotnet run study.cs (.NET 10 or later)\n");
        foreach (var project in projects)
            program.Append($"#:project src/{project}\n");
        program.Append("#:property PublishAot=false\n\n");
        foreach (var used in codes.SelectMany(code => code.Namespaces).Concat(namespaces).Distinct().Order(StringComparer.Ordinal))
            program.Append($"using {used};\n");
        program.Append('\n');
    }

    private static string WarmStart(StudyDefinition definition) => string.Concat((definition.WarmStart?.Trials ?? []).Select(trial =>
        $"searcher.Observe({CSharpText.Of(definition.Space.Require(trial.Configuration))}, {CSharpText.Of(trial.Error)}, {CSharpText.Of(trial.Epochs)});\n"));

    private static ComponentCode Code(CatalogEntry entry, ComponentDefinition component) =>
        entry.CodeOf?.Invoke(new ComponentSettings(entry, component.Parameters)) ?? entry.Code ?? throw new InvalidInputException([new Problem("", $"{entry.Name} cannot be written as a program.")]);

    private static string Component(CatalogEntry entry, ComponentDefinition component) => Code(entry, component).Write(
        from given in (entry.CodeOf is null ? component.Parameters?.AsEnumerable() : null) ?? []
        select (Property(given.Key), CSharpText.Of(entry.Parameters.First(parameter => parameter.Name == given.Key).Domain.Coerce(given.Value))));

    private static string Property(string parameter) => char.ToUpperInvariant(parameter[0]) + parameter[1..];

    private static IEnumerable<string> Options(StudyDefinition definition)
    {
        yield return "Workers = workers, MaxEpochs = maxEpochs, Seed = seed";
        if (definition.Stop.TimeLimitSeconds is { } limit)
            yield return $"TimeLimit = TimeSpan.FromSeconds({CSharpText.Of(limit)})";
        if (definition.Stop.TargetError is { } target)
            yield return $"TargetError = {CSharpText.Of(target)}";
        if (definition.TrialTimeoutSeconds is { } timeout)
            yield return $"TrialTimeout = TimeSpan.FromSeconds({CSharpText.Of(timeout)})";
    }
}
