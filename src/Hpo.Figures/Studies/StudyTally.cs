using Hpo.Engine.Trials;
using Hpo.Studies.Views;

namespace Hpo.Figures.Studies;

/// <summary>
/// What the shapes of a study's figures follow from, counted along with the study: of a trial that has ended nothing is looked at a second time, so that a frame
/// of ten thousand trials costs what is new in it. Not thread-safe: it belongs to the one who follows the study.
/// </summary>
public sealed class StudyTally
{
    private readonly List<double> _errors = [];
    private readonly HashSet<TrialStatus> _given = [];
    private readonly HashSet<TrialStatus> _failed = [];
    private readonly HashSet<TrialStatus> _cut = [];
    private List<int> _open = [];
    private List<double> _openErrors = [];
    private int _seen;
    private int _endedStretches;
    private double? _bestFinal;
    private bool _isAnyPaused;
    private bool _wasAnyResumed;

    /// <summary>The study up to which it counts.</summary>
    public StudySnapshot Study { get; private set; } = StudySnapshot.Empty;

    /// <summary>How many trials have ended, those that were interrupted too.</summary>
    internal int Ended { get; private set; }

    /// <summary>How many of them handed in no error that counts.</summary>
    internal int Lost { get; private set; }

    /// <summary>In which ways trials gave no error without having failed.</summary>
    internal IReadOnlySet<TrialStatus> Given => _given;

    /// <summary>In which ways trials failed.</summary>
    internal IReadOnlySet<TrialStatus> Failed => _failed;

    /// <summary>In which ways trials were cut off.</summary>
    internal IReadOnlySet<TrialStatus> Cut => _cut;

    /// <summary>The largest epoch that any trial has reported.</summary>
    internal int LastEpoch { get; private set; }

    /// <summary>In how many stretches trials were run.</summary>
    internal int Stretches { get; private set; }

    /// <summary>How many workers have run a trial.</summary>
    internal int Workers { get; private set; }

    /// <summary>Whether any trial is, or was, set aside.</summary>
    internal bool HasPauses => _isAnyPaused || _wasAnyResumed;

    /// <summary>Whether any trial was stopped early.</summary>
    internal bool HasStops => _cut.Contains(TrialStatus.Stopped);

    /// <summary>The tally of a study.</summary>
    public static StudyTally Of(StudySnapshot study)
    {
        var tally = new StudyTally();
        tally.Follow(study);
        return tally;
    }

    /// <summary>Counts on up to a later state of the same study.</summary>
    public void Follow(StudySnapshot study)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (study.Trials.Count < _seen)
            Clear();
        FollowTrials(study);
        // a study that is taken up again opens trials that had ended
        if (Ended != study.Counts.Sum(count => count.Key.IsFinal() ? count.Value : 0))
        {
            Clear();
            FollowTrials(study);
        }

        Study = study;
    }

    /// <summary>The part of the y axis in which something is decided; null when all can be shown.</summary>
    /// <param name="isFinal">Whether only the errors count that trials ended with.</param>
    /// <param name="minimum">The smallest possible error; null when nobody knows it.</param>
    internal FigureFit? Fit(bool isFinal, double? minimum) => ErrorRange.Of(_errors, _openErrors, isFinal ? _bestFinal : Study.Incumbent?.Error, minimum);

    private void FollowTrials(StudySnapshot study)
    {
        var (open, errors, handedIn, stretches) = (new List<int>(), new List<double>(), new List<double>(), 0);
        _isAnyPaused = false;
        foreach (var id in _open.Concat(Enumerable.Range(_seen, Math.Max(0, study.Trials.Count - _seen))))
        {
            var trial = study.Trials[id];
            LastEpoch = Math.Max(LastEpoch, trial.Epochs);
            Workers = trial.Stretches.Max(stretch => Math.Max(Workers, stretch.Worker + 1));
            _wasAnyResumed |= trial.Stretches.Length > 1;
            if (trial.EndedAt is not null)
            {
                End(trial, handedIn);
                continue;
            }

            open.Add(id);
            _isAnyPaused |= trial.Status == TrialStatus.Paused;
            stretches += trial.Stretches.Length;
            if (trial.Drawn() is { } error)
                errors.Add(error);
        }

        errors.Sort();
        handedIn.Sort();
        Merge(handedIn);
        (_open, _openErrors, _seen, Stretches) = (open, errors, study.Trials.Count, _endedStretches + stretches);
    }

    private void End(TrialView trial, List<double> handedIn)
    {
        Ended++;
        _endedStretches += trial.Stretches.Length;
        if (trial.Status.IsFailure())
            _failed.Add(trial.Status);
        if (trial.Status.IsCut())
            _cut.Add(trial.Status);
        if (trial.HandsIn())
        {
            var error = trial.Drawn()!.Value;
            handedIn.Add(error);
            _bestFinal = Math.Min(_bestFinal ?? error, error);
            return;
        }

        Lost++;
        if (!trial.Status.IsFailure())
            _given.Add(trial.Status);
    }

    /// <summary>Puts errors in ascending order among those that are there, from the largest on.</summary>
    private void Merge(List<double> fresh)
    {
        var old = _errors.Count - 1;
        _errors.AddRange(fresh);
        for (var (to, next) = (_errors.Count - 1, fresh.Count - 1); next >= 0; to--)
            _errors[to] = old >= 0 && _errors[old] > fresh[next] ? _errors[old--] : fresh[next--];
    }

    private void Clear()
    {
        _errors.Clear();
        _given.Clear();
        _failed.Clear();
        _cut.Clear();
        _open.Clear();
        (_seen, _endedStretches, _bestFinal, _wasAnyResumed, Ended, Lost, LastEpoch, Workers) = (0, 0, null, false, 0, 0, 0, 0);
    }
}
