using System.Collections.Immutable;
using Hpo.Comparisons.Log;
using Hpo.Studies.Log;
using Hpo.Studies.Wording;

namespace Hpo.Comparisons.Running;

/// <summary>Turns a comparison's log into what is shown: the only place where its events become state.</summary>
public static class ComparisonFold
{
    /// <summary>The comparison after some events, from the first one on.</summary>
    /// <exception cref="InvalidDataException">The first event does not start a comparison, or an event does not follow the one before.</exception>
    public static ComparisonSnapshot Fold(IReadOnlyList<LoggedEvent<ComparisonEvent>> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events is [{ Sequence: 1, Event: ComparisonStarted started }, ..]
            ? Begin(started).Apply(events.Skip(1))
            : throw new InvalidDataException("The log of a comparison begins with its start.");
    }

    /// <summary>What the events without results tell; they have gaps.</summary>
    internal static ComparisonSnapshot Outline(IReadOnlyList<LoggedEvent<ComparisonEvent>> events) =>
        Fold([.. events.Select((logged, i) => logged with { Sequence = i + 1 })]);

    /// <summary>The comparison after several more events.</summary>
    public static ComparisonSnapshot Apply(this ComparisonSnapshot comparison, IEnumerable<LoggedEvent<ComparisonEvent>> events) =>
        events.Aggregate(comparison, Apply);

    private static ComparisonSnapshot Begin(ComparisonStarted started) => new()
    {
        Sequence = 1,
        Definition = started.Definition.WithPlainNames(),
        Name = DirectionMarks.Without(started.Definition.Name),
        StartedAt = started.At,
        RunningSince = started.At,
        Program = started.Program,
        Runtime = started.Runtime,
        OriginalId = started.OriginalId,
    };

    private static ComparisonSnapshot Apply(ComparisonSnapshot comparison, LoggedEvent<ComparisonEvent> logged)
    {
        if (logged.Sequence != comparison.Sequence + 1)
            throw new InvalidDataException($"Event {logged.Sequence} does not follow event {comparison.Sequence}.");
        comparison = comparison with { Sequence = logged.Sequence };
        return logged.Event switch
        {
            ComparisonRenamed renamed => comparison with { Name = DirectionMarks.Without(renamed.Name) },
            ComparisonResumed resumed => comparison with
            {
                Status = ComparisonStatus.Running,
                RunningSince = resumed.At,
                Outcome = null,
                OutcomeReason = null,
                EndedAt = null,
            },
            RepetitionFinished finished => Add(comparison, finished),
            IncumbentChanged changed => Step(comparison, changed),
            ComparisonEnded ended => comparison with
            {
                Status = ComparisonStatus.Ended,
                Outcome = ended.Outcome,
                OutcomeReason = ended.Reason,
                EndedAt = ended.At,
                SameAsOriginal = ended.SameAsOriginal,
                // what has not finished will run again from its start
                Racing = comparison.Racing.Clear(),
            },
            _ => throw new InvalidDataException($"There is no rule for {logged.Event.GetType().Name}."),
        };
    }

    private static ComparisonSnapshot Add(ComparisonSnapshot comparison, RepetitionFinished finished)
    {
        var result = finished.Result;
        var cell = new Cell(result.Objective, result.Method);
        var cost = comparison.Costs.GetValueOrDefault(cell);
        return comparison with
        {
            Results = comparison.Results.Add(result),
            Costs = comparison.Costs.SetItem(cell, new(cost.Repetitions + 1, cost.Seconds + finished.ComputedSeconds)),
            Racing = comparison.Racing.Remove(new(result.Objective, result.Method, result.Repetition)),
        };
    }

    private static ComparisonSnapshot Step(ComparisonSnapshot comparison, IncumbentChanged changed)
    {
        var lane = new Lane(changed.Objective, changed.Method, changed.Repetition);
        return comparison with { Racing = comparison.Racing.SetItem(lane, comparison.Racing.GetValueOrDefault(lane, []).Add(changed.Step)) };
    }
}
