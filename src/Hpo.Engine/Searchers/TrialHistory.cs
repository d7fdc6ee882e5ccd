using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Searchers;

/// <summary>
/// What a model-based searcher has been told, by trial. Everything it gives is in the order of trial numbers, so that a model depends on what
/// is known and not on the order in which it became known.
/// </summary>
public sealed class TrialHistory(UnitCube cube)
{
    private readonly SortedDictionary<int, double[]> _pending = [];
    private readonly SortedDictionary<int, double[]> _failed = [];

    /// <summary>For each number of epochs the trials that reported after it.</summary>
    private readonly SortedDictionary<int, SortedList<int, Observation>> _levels = [];

    /// <summary>The points of all trials that have been started and were not cancelled.</summary>
    private readonly Dictionary<int, double[]> _points = [];

    /// <summary>How many errors of earlier studies are known; they are numbered -1, -2, ….</summary>
    private int _earlier;

    /// <summary>The trials that have been started and have reported nothing yet.</summary>
    public IReadOnlyDictionary<int, double[]> Pending => _pending;

    /// <summary>The trials that went wrong: their configurations are bad, though no error says how bad.</summary>
    public IReadOnlyDictionary<int, double[]> Failed => _failed;

    /// <summary>An earlier study had an error.</summary>
    public void Observe(Configuration configuration, double error, int epochs)
    {
        var number = -++_earlier;
        LevelOf(epochs)[number] = new Observation(number, cube.Encode(configuration), error);
    }

    /// <summary>A trial was started.</summary>
    public void Start(int trialId, Configuration configuration) => _pending[trialId] = PointOf(trialId, configuration);

    /// <summary>A trial reported an error.</summary>
    public void Report(Configuration configuration, double error, TrialInfo info)
    {
        _pending.Remove(info.TrialId);
        LevelOf(info.Epoch)[info.TrialId] = new Observation(info.TrialId, PointOf(info.TrialId, configuration), error);
    }

    /// <summary>A trial will not report any more.</summary>
    public void Fail(int trialId, Configuration configuration, TrialStatus status)
    {
        _pending.Remove(trialId);
        // a cancelled trial says nothing about its configuration
        if (status.IsFailure())
            _failed[trialId] = PointOf(trialId, configuration);
        else
            _points.Remove(trialId);
    }

    /// <summary>
    /// What a model is made of: the errors after the largest number of epochs that at least so many trials have reached (the rule of
    /// BOHB, Falkner et al., 2018), in the order of trial numbers; empty when there is none. Errors after different numbers of epochs are
    /// never mixed.
    /// </summary>
    public IList<Observation> Observations(int atLeast)
    {
        foreach (var level in _levels.Values.Reverse())
        {
            if (level.Count >= atLeast)
                return level.Values;
        }

        return [];
    }

    /// <summary>
    /// The points of trials that are not among some observations and have not gone wrong, in the order of trial numbers: pending ones, and
    /// those that run, wait or have ended at fewer epochs.
    /// </summary>
    public IEnumerable<double[]> Unobserved(IEnumerable<Observation> observations)
    {
        var observed = observations.Select(observation => observation.TrialId).ToHashSet();
        return _points.Where(point => !observed.Contains(point.Key) && !_failed.ContainsKey(point.Key))
            .OrderBy(point => point.Key)
            .Select(point => point.Value);
    }

    private SortedList<int, Observation> LevelOf(int epochs)
    {
        if (!_levels.TryGetValue(epochs, out var level))
            _levels.Add(epochs, level = []);
        return level;
    }

    private double[] PointOf(int trialId, Configuration configuration)
    {
        if (!_points.TryGetValue(trialId, out var point))
            _points.Add(trialId, point = cube.Encode(configuration));
        return point;
    }
}
