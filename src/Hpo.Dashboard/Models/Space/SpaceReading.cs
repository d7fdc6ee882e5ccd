using System.Collections.Immutable;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Space;

/// <summary>What a whole draft means: the space and initial configuration when nothing is wrong, else the problems where they belong.</summary>
public sealed record SpaceReading
{
    /// <summary>One for each row, in order.</summary>
    public required ImmutableArray<ParameterReading> Rows { get; init; }

    /// <summary>What is wrong with the space as a whole; null when nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>The space; null when a row or the whole has a problem other than with its initial value.</summary>
    public ConfigSpace? Space { get; init; }

    /// <summary>The configuration to try first; null when none is wanted, or a value is wrong.</summary>
    public Configuration? Initial { get; init; }

    public bool IsSound => Problem is null && Rows.All(row => row.Problems.IsEmpty);

    public static SpaceReading Of(SpaceDraft draft)
    {
        var names = new HashSet<string>();
        var rows = draft.Rows.Select(row => Read(row, isRepeated: !names.Add(row.Name), draft.UsesInitial)).ToImmutableArray();
        var reading = new SpaceReading { Rows = rows, Problem = WholeProblem(draft, rows) };
        if (reading.Problem is not null || rows.Any(row => row.SoundDomain is null || row.Problems.ContainsKey(SpaceField.Name)))
            return reading;
        var space = new ConfigSpace(draft.Rows.Zip(rows, (row, read) => new Parameter(row.Name, read.Domain!)));
        var hasInitial = draft.UsesInitial && rows.All(row => row.Initial is not null);
        return reading with
        {
            Space = space,
            Initial = hasInitial ? new Configuration(draft.Rows.Zip(rows, (row, read) => (row.Name, read.Initial!.Value))) : null,
        };
    }

    private static ParameterReading Read(ParameterDraft row, bool isRepeated, bool usesInitial)
    {
        var reading = ParameterReading.Of(row);
        if (!usesInitial)
            reading = reading with { Initial = null, Problems = reading.Problems.Remove(SpaceField.Initial) };
        return isRepeated && !reading.Problems.ContainsKey(SpaceField.Name)
            ? reading with { Problems = reading.Problems.Add(SpaceField.Name, $"The name {row.Name} is used twice.") }
            : reading;
    }

    // the engine's own words for an empty or overfull space; its judgement of single rows is already at their fields
    private static string? WholeProblem(SpaceDraft draft, ImmutableArray<ParameterReading> rows) =>
        ConfigSpace.FindProblems([.. draft.Rows.Zip(rows, (row, read) => new Parameter(row.Name, read.Domain ?? new Uniform(0, 1)))])
            .FirstOrDefault(problem => problem.Path.Length == 0)?.Message;
}
