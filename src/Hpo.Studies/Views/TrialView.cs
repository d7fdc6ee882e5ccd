using System.Collections.Immutable;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Studies.Views;

/// <summary>A trial as it stood at one moment.</summary>
public sealed record TrialView
{
    /// <summary>Its number, from 0.</summary>
    public required int Id { get; init; }

    /// <summary>What it tries.</summary>
    public required Configuration Configuration { get; init; }

    /// <summary>Why this configuration.</summary>
    public required string Reason { get; init; }

    /// <summary>The trial from whose checkpoint it went on; null when it started from nothing.</summary>
    public int? ParentId { get; init; }

    /// <summary>The number under which a person had enqueued its configuration; null when the scheduler suggested it.</summary>
    public int? Enqueued { get; init; }

    /// <summary>Whether a person asked it to end.</summary>
    public bool IsStopRequested { get; init; }

    /// <summary>When it was started, counted from the start of the study.</summary>
    public required TimeSpan StartedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public TrialStatus Status { get; init; } = TrialStatus.Running;

    /// <summary>Its learning curve so far.</summary>
    public ImmutableArray<EpochPoint> Curve { get; init; } = [];

    /// <summary>The rungs it has reached, in order, and what was decided there.</summary>
    public ImmutableArray<RungReached> Rungs { get; init; } = [];

    /// <summary>When and by which worker it ran; a pause lies between one and the next.</summary>
    public required ImmutableArray<Stretch> Stretches { get; init; }

    /// <summary>When what ran it went away, in order; it was run again, or waits to be.</summary>
    public ImmutableArray<TrialLost> Losses { get; init; } = [];

    /// <summary>Its runtime at the last event about it, the decision included.</summary>
    public TimeSpan Runtime { get; init; }

    /// <summary>The summed runtime of all trials finished by the time it finished, its own included; null until then.</summary>
    public TimeSpan? CumulativeRuntime { get; init; }

    /// <summary>When it ended; null until then.</summary>
    public TimeSpan? EndedAt { get; init; }

    /// <summary>Why it ended, or was paused, in words; null while it runs, or when it was simply completed.</summary>
    public string? EndReason { get; init; }

    /// <summary>What its evaluation threw, with its stack; null when it threw nothing.</summary>
    public string? Trace { get; init; }

    /// <summary>The worker that runs it, or ran it last, from 0.</summary>
    public int Worker => Stretches[^1].Worker;

    /// <summary>The number of epochs done.</summary>
    public int Epochs => Curve.IsEmpty ? 0 : Curve[^1].Epoch;

    /// <summary>The last reported error; null before the first report, and for a trial that failed.</summary>
    public double? Error => Curve.IsEmpty || Status.IsFailure() ? null : Curve[^1].Error;

    /// <summary>The report with the smallest error that it has handed in, when it was paused or ended; null before the first. This one can be the best of the study.</summary>
    public EpochPoint? Best { get; init; }

    /// <summary>The error that counts: the smallest it has handed in, or the last one reported as long as there is none; null when there is no error at all.</summary>
    public double? CountedError => Best?.Error ?? Error;

    /// <summary>The error reported after a number of epochs; null when there was no such report.</summary>
    public double? ErrorAfter(int epoch)
    {
        // a trial that goes on from another one's checkpoint does not begin with epoch 1, but epochs only ever grow
        var (from, to) = (0, Curve.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (Curve[middle].Epoch < epoch)
                from = middle + 1;
            else
                to = middle;
        }

        return from < Curve.Length && Curve[from].Epoch == epoch ? Curve[from].Error : null;
    }
}
