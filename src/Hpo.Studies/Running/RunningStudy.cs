using Hpo.Engine.Simulation;
using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;

namespace Hpo.Studies.Running;

/// <summary>The tuner of a study at work, on threads of its own.</summary>
internal sealed class RunningStudy
{
    private readonly Tuner _tuner;
    private readonly StudyDefinition _definition;
    private readonly IReadOnlyList<StudyEvent>? _history;
    private readonly Thread _thread;
    private readonly Action<RunningStudy> _onEnded;
    private volatile bool _isInterrupted;

    /// <summary>Completed by the first event, or when there will be none: until then a tuner does not hear who wants to end it.</summary>
    private readonly TaskCompletionSource _begun = new();

    /// <summary>Makes the components that a definition names; nothing runs yet.</summary>
    /// <param name="id">The study's id.</param>
    /// <param name="definition">What it runs.</param>
    /// <param name="history">All its events so far if it was interrupted and goes on; null for a new one.</param>
    /// <param name="catalog">What studies are made of.</param>
    /// <param name="checkpoints">Where the checkpoints of its paused trials are kept; a simulation needs none.</param>
    /// <param name="onEvent">Told of every event, in order.</param>
    /// <param name="onEnded">Told when nothing runs any more.</param>
    /// <param name="time">The clock.</param>
    /// <param name="work">Has its thread.</param>
    /// <param name="sharesCores">Whether each of its workers has one core and no more: others run beside it.</param>
    public RunningStudy(
        string id,
        StudyDefinition definition,
        IReadOnlyList<StudyEvent>? history,
        StudyCatalog catalog,
        ICheckpointStore checkpoints,
        Action<StudyEvent> onEvent,
        Action<RunningStudy> onEnded,
        TimeProvider time,
        GuardedWork work,
        bool sharesCores = false)
    {
        Id = id;
        _history = history;
        _definition = definition;
        _onEnded = onEnded;
        var workers = history?.OfType<WorkersChanged>().LastOrDefault()?.Workers ?? definition.Workers;
        _tuner = StudyTuner.Create(definition, workers, catalog, checkpoints, OnEvent, time, sharesCores);
        _thread = work.NewThread($"study {id}", "the study is interrupted", Run);

        void OnEvent(StudyEvent studyEvent)
        {
            _begun.TrySetResult();
            onEvent(studyEvent);
        }
    }

    public string Id { get; }

    /// <summary>What ended the study against its will, if anything did: the log could not be written, or a searcher failed.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether the study was interrupted, or could not go on with what is there, so that it may be resumed.</summary>
    public bool CanGoOn => _isInterrupted || Failure is not null;

    public void Start() => _thread.Start();

    /// <summary>Starts, and waits until it goes on where it ended, which takes as long as it takes to repeat its decisions.</summary>
    /// <exception cref="CannotResumeException">It cannot go on.</exception>
    public void StartAndWait()
    {
        Start();
        _begun.Task.Wait();
        if (Failure is CannotResumeException failure)
            throw failure;
    }

    /// <summary>Does what a person wants.</summary>
    /// <param name="command">What.</param>
    /// <param name="study">The study as it stood before.</param>
    public StudyAnswer Send(StudyCommand command, StudySnapshot study) => CommandExecution.Execute(command, Begun, _definition, study);

    /// <summary>Ends the study because the program ends, and waits until it has.</summary>
    public void Interrupt()
    {
        _isInterrupted = true;
        Begun.Interrupt();
        _thread.Join();
    }

    /// <summary>The tuner, as soon as it has begun: at most the moment that it takes to start a thread.</summary>
    private Tuner Begun
    {
        get
        {
            _begun.Task.Wait();
            return _tuner;
        }
    }

    private void Run()
    {
        try
        {
            // a simulation computes on the thread that runs it, and that must not hold up those that answer people
            if (_tuner is SimulatedTuner)
                BackgroundPriority.Run(RunTuner);
            else
                RunTuner();
        }
        catch (Exception exception)
        {
            Failure = exception;
        }

        _begun.TrySetResult();
        _onEnded(this);
    }

    private void RunTuner()
    {
        if (_history is null)
            _tuner.Run(_definition.Stop.Trials);
        else
            _tuner.Resume(_history, _definition.Stop.Trials);
    }
}
