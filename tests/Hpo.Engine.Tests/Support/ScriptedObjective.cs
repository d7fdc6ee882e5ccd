using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Support;

/// <summary>
/// An objective whose every epoch waits for the test to answer it, so that the test decides in which order trials finish. The
/// checkpoint is the number of epochs.
/// </summary>
internal sealed class ScriptedObjective(int maxEpochs = 1) : Objective
{
    private readonly object _gate = new();
    private readonly Dictionary<(int Trial, int Epoch), Func<double>> _answers = [];
    private readonly HashSet<(int Trial, int Epoch)> _asked = [];
    private readonly HashSet<int> _saving = [];
    private readonly List<EvaluationRequest> _requests = [];
    private bool _holdCheckpoints;
    private Exception? _checkpointFailure;

    public override string Name => "Scripted";

    public override ConfigSpace DefaultSpace => TestSpaces.Line;

    public override Configuration DefaultConfiguration => TestSpaces.At(0.5);

    public override int DefaultMaxEpochs => maxEpochs;

    public override bool HasCheckpoints => true;

    public IReadOnlyList<EvaluationRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public override IEvaluation Start(EvaluationRequest request)
    {
        lock (_gate)
            _requests.Add(request);
        return new Evaluation(this, request);
    }

    /// <summary>Waits until a trial is inside an epoch.</summary>
    public void AwaitAsking(int trial, int epoch = 1)
    {
        lock (_gate)
            Patience.Await(_gate, () => _asked.Contains((trial, epoch)), $"trial {trial} in epoch {epoch}");
    }

    /// <summary>Ends an epoch of a trial with an error, now or when it comes to it.</summary>
    public void Answer(int trial, double error, int epoch = 1) => Answer(trial, () => error, epoch);

    /// <summary>Ends an epoch of a trial with an exception.</summary>
    public void Throw(int trial, Exception exception, int epoch = 1) => Answer(trial, () => throw exception, epoch);

    /// <summary>Makes trials that save a checkpoint wait for <see cref="ReleaseCheckpoints"/>, and then fail if so wished.</summary>
    public void HoldCheckpoints(Exception? failure = null) => Change(() => (_holdCheckpoints, _checkpointFailure) = (true, failure));

    public void ReleaseCheckpoints() => Change(() => _holdCheckpoints = false);

    public void AwaitSaving(int trial)
    {
        lock (_gate)
            Patience.Await(_gate, () => _saving.Contains(trial), $"trial {trial} saves its checkpoint");
    }

    private void Answer(int trial, Func<double> answer, int epoch) => Change(() => _answers.Add((trial, epoch), answer));

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            Monitor.PulseAll(_gate);
        }
    }

    private sealed class Evaluation(ScriptedObjective script, EvaluationRequest request) : IEvaluation
    {
        public int Epoch { get; private set; } = request.Checkpoint?[0] ?? 0;

        public double RunEpoch(CancellationToken cancellationToken)
        {
            // outside the lock, because disposing of the registration waits for a callback that wants the lock
            using var pulse = cancellationToken.Register(() => script.Change(() => { }));
            lock (script._gate)
            {
                var question = (request.TrialId, Epoch + 1);
                script._asked.Add(question);
                Monitor.PulseAll(script._gate);
                Patience.Await(
                    script._gate,
                    () => script._answers.ContainsKey(question) || cancellationToken.IsCancellationRequested,
                    $"an answer to trial {request.TrialId} in epoch {Epoch + 1}");
                cancellationToken.ThrowIfCancellationRequested();
                Epoch++;
                return script._answers[question]();
            }
        }

        public byte[] SaveCheckpoint()
        {
            lock (script._gate)
            {
                script._saving.Add(request.TrialId);
                Monitor.PulseAll(script._gate);
                Patience.Await(script._gate, () => !script._holdCheckpoints, $"leave to save trial {request.TrialId}");
                if (script._checkpointFailure is { } failure)
                    throw failure;
            }

            return [(byte)Epoch];
        }

        public void Dispose()
        {
        }
    }
}
