using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>
/// What the chapter's tuner keeps: one record a finished trial, the incumbent, and how its error fell. A trial's error counts from the
/// moment it is handed in, and only a strictly smaller one replaces the incumbent.
/// </summary>
internal sealed class Bookkeeping
{
    private readonly List<TrialRecord> _records = [];
    private readonly List<double?> _incumbentTrajectory = [];
    private readonly List<TimeSpan> _cumulativeRuntime = [];

    public IReadOnlyList<TrialRecord> Records => _records;

    public IReadOnlyList<double?> IncumbentTrajectory => _incumbentTrajectory;

    public IReadOnlyList<TimeSpan> CumulativeRuntime => _cumulativeRuntime;

    public Configuration? Incumbent { get; private set; }

    public double? IncumbentError { get; private set; }

    public TimeSpan CurrentRuntime { get; private set; }

    /// <summary>A trial was paused, stopped or completed with this error.</summary>
    public void HandIn(Configuration configuration, double error)
    {
        if (!TrialStatusRules.Improves(error, IncumbentError))
            return;
        Incumbent = configuration;
        IncumbentError = error;
    }

    /// <summary>A trial ended for good.</summary>
    public void Record(TrialRecord record)
    {
        if (record.Status.HandsInError() && record.Error is { } error)
            HandIn(record.Configuration, error);
        _records.Add(record);
        CurrentRuntime += record.Runtime;
        _incumbentTrajectory.Add(IncumbentError);
        _cumulativeRuntime.Add(CurrentRuntime);
    }
}
