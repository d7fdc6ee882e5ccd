using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Bench.Fidelity;

/// <summary>
/// One study of random configurations under a scheduler, on one worker, counted in epochs. An epoch in which a training diverges counts too.
/// </summary>
/// <param name="score">How good the incumbent is: its configuration, the epoch after which it handed in its error, and that error.</param>
internal sealed class FidelityStudy(Func<Configuration, int, double, double> score)
{
    private readonly Dictionary<int, (Configuration Configuration, int Epoch, double Error)> _trials = [];
    private double _incumbentError = double.PositiveInfinity;

    /// <summary>The epochs spent.</summary>
    public int Epochs { get; private set; }

    /// <summary>The score of each incumbent, and the epochs spent when it became one.</summary>
    public List<(int Epochs, double Score)> Trace { get; } = [];

    /// <summary>The score of the last incumbent.</summary>
    public double Final => Trace.Count > 0 ? Trace[^1].Score : double.PositiveInfinity;

    /// <summary>Runs the study.</summary>
    /// <param name="objective">What is minimised.</param>
    /// <param name="scheduler">Makes the scheduler.</param>
    /// <param name="maxEpochs">The number of epochs of a full evaluation.</param>
    /// <param name="seed">The seed of the configurations and of the trainings.</param>
    /// <param name="trials">How many trials are started at most.</param>
    /// <param name="budget">How many epochs are spent at most.</param>
    public void Run(Objective objective, Func<HpoSearcher, HpoScheduler> scheduler, int maxEpochs, long seed, int trials, int budget)
    {
        HpoTuner tuner = null!;
        tuner = new HpoTuner(
            scheduler(new RandomSearcher(objective.DefaultSpace, seed: seed)), objective, new TunerOptions { MaxEpochs = maxEpochs, Seed = seed },
            studyEvent =>
            {
                Take(studyEvent);
                if (Epochs >= budget)
                    tuner.Cancel();
            });
        tuner.Run(trials);
    }

    /// <summary>The score of the incumbent when so many epochs had been spent; infinite before the first.</summary>
    public double ScoreAt(int epochs) => Trace.LastOrDefault(step => step.Epochs <= epochs, (Epochs: 0, Score: double.PositiveInfinity)).Score;

    /// <summary>How many epochs were spent when a score was reached; null if it never was.</summary>
    public int? EpochsTo(double target) => Trace.FirstOrDefault(step => step.Score <= target).Epochs is > 0 and var epochs ? epochs : null;

    private void Take(StudyEvent studyEvent)
    {
        switch (studyEvent)
        {
            case TrialStarted start:
                _trials[start.TrialId] = (start.Configuration, 0, double.PositiveInfinity);
                break;
            case EpochReported report:
                Epochs++;
                _trials[report.TrialId] = _trials[report.TrialId] with { Epoch = report.Epoch, Error = report.Error };
                break;
            case TrialEnded { Status: TrialStatus.NotANumber or TrialStatus.Infinite }:
                Epochs++;
                break;
            case TrialPaused pause:
                HandIn(pause.TrialId);
                break;
            case TrialEnded end when end.Status.HandsInError():
                HandIn(end.TrialId);
                break;
        }
    }

    private void HandIn(int trialId)
    {
        var (configuration, epoch, error) = _trials[trialId];
        if (error >= _incumbentError)
            return;
        _incumbentError = error;
        Trace.Add((Epochs, score(configuration, epoch, error)));
    }
}
