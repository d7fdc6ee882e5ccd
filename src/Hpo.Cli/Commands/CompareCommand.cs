using System.CommandLine;
using System.Text.Json;
using Hpo.Cli.Running;
using Hpo.Comparisons.Definitions;

namespace Hpo.Cli.Commands;

/// <summary><c>hpo compare comparison.json</c>: runs methods many times, or goes on with that.</summary>
internal static class CompareCommand
{
    public static Command Create(DataOptions data)
    {
        var file = new Argument<string?>("file")
        {
            Description = "The definition of a comparison as JSON, the property definition of what the dashboard exports; - reads it from the standard input",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var resume = new Option<string?>("--resume") { Description = "Go on with this comparison, which has ended before all results were there", HelpName = "ID" };
        var command = new Command("compare", "Runs a comparison of methods to its end. Ctrl+C cancels it and keeps what has finished; a second one interrupts it")
        {
            file, resume,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(file) is null == parsed.GetValue(resume) is null)
                throw new NotPossibleException("Name either the file of a new comparison, or one to go on with by --resume ID.");
            var definition = parsed.GetValue(file) is { } path
                ? Read(await DefinitionFile.ReadAsync(path, "a comparison", cancellationToken))
                : null;
            using var comparisons = data.OpenComparisons(parsed);
            if (definition is not null)
                return await ComparisonRun.FollowAsync(comparisons, comparisons.Start(definition));
            var id = parsed.GetValue(resume)!;
            var comparison = comparisons.Find(id) ?? throw new NotPossibleException($"There is no comparison {id}.");
            return comparisons.Resume(id)
                ? await ComparisonRun.FollowAsync(comparisons, comparison)
                : throw new NotPossibleException("The comparison cannot go on: it runs, here or in another process, or all its results are there.");
        });
        return command;
    }

    private static ComparisonDefinition Read(string json)
    {
        try
        {
            return ComparisonDefinitionJson.Read(json);
        }
        catch (JsonException exception)
        {
            throw new NotPossibleException($"This is not the JSON of a comparison definition: {exception.Message}");
        }
    }
}
