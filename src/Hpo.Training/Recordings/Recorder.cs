using Hpo.Engine.Objectives;

namespace Hpo.Training.Recordings;

/// <summary>Trains what is missing from a recording, one training a core. It can be stopped at any time: trainings that are not done are begun anew next time.</summary>
/// <param name="objective">What is trained, with one thread a training.</param>
/// <param name="file">Where the trainings go.</param>
/// <param name="onRecorded">Told of each training that is done, and of the number of those that are still missing; by any thread.</param>
public sealed class Recorder(Objective objective, RecordingFile file, Action<RecordedRun, int>? onRecorded = null)
{
    private readonly Lock _gate = new();
    private readonly Queue<PlannedRun> _missing = new(file.Recording.Missing());
    private Exception? _failure;
    private int _left;

    /// <summary>Trains until nothing is missing.</summary>
    /// <param name="cores">The number of trainings side by side.</param>
    /// <param name="cancellationToken">Ends the trainings at hand within a batch; what is done is kept.</param>
    /// <returns>Whether the recording is complete.</returns>
    public bool Run(int cores, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cores, 1);
        _left = _missing.Count;
        var threads = Enumerable.Range(0, cores).Select(core => new Thread(() => Work(cancellationToken)) { Name = $"recorder {core}" }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return _failure is null ? _left == 0 : throw new InvalidOperationException("A training failed.", _failure);
    }

    private void Work(CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested && Next() is { } run)
                Keep(Train(run, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // stopped in the middle of a training, which is begun anew next time
        }
        catch (Exception exception)
        {
            lock (_gate)
            {
                _failure ??= exception;
                _missing.Clear();
            }
        }
    }

    private PlannedRun? Next()
    {
        lock (_gate)
            return _missing.TryDequeue(out var run) ? run : null;
    }

    private void Keep(RecordedRun run)
    {
        file.Add(run);
        var left = Interlocked.Decrement(ref _left);
        onRecorded?.Invoke(run, left);
    }

    private RecordedRun Train(PlannedRun run, CancellationToken cancellationToken)
    {
        var (errors, seconds) = (new List<double?>(), new List<double>());
        using var evaluation = objective.Start(new EvaluationRequest(run.Index, run.Configuration, run.Seed, file.Recording.Plan.Epochs));
        while (evaluation.Epoch < file.Recording.Plan.Epochs && errors is not [.., null])
        {
            var began = ThreadClock.Now;
            var error = evaluation.RunEpoch(cancellationToken);
            seconds.Add(Math.Round((ThreadClock.Now - began).TotalSeconds, 3));
            errors.Add(double.IsFinite(error) ? error : null);
        }

        return new RecordedRun(run.Index, run.Replicate, run.Configuration, run.Seed, errors, seconds);
    }
}
