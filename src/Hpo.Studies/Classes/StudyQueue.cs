using System.Collections.Concurrent;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hpo.Studies.Classes;

/// <summary>
/// Shares the cores of this machine between the studies of a class: each waits until it is its turn (<see cref="FairOrder"/>) and starts then, watched or not. The presenter's studies
/// never wait, and the class has the cores they leave. What waits is durable before it is shown, and waits on after a restart. What ran when the program ended has its
/// turn again by itself: it stays in the database until it has come to its end, or rests.
/// </summary>
public sealed class StudyQueue : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private const string Serving = "serving the studies that wait", WaitOn = "they wait on, and it is tried again at once";

    private readonly StudyService _studies;
    private readonly ClassDatabase _database;
    private readonly int _cores;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private readonly GuardedWork _work;
    private readonly Dictionary<string, DateTimeOffset> _lastServed;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, string> _refused = new();

    /// <summary>What has had its turn to go on and is not yet seen to run: its cores are taken.</summary>
    private readonly ConcurrentDictionary<string, (string Owner, int Workers, Task Begun)> _goingOn = new();

    /// <summary>What has had its turn and is kept in the database, in case the program ends before it does.</summary>
    private readonly HashSet<string> _begun = [];
    private IReadOnlyList<QueuedStudy> _waiting;

    /// <summary>Goes on with the studies that wait.</summary>
    /// <param name="studies">Runs them.</param>
    /// <param name="database">Keeps those that wait.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cores">The cores that all studies share.</param>
    /// <param name="loggers">Where it says what went wrong; null for nowhere.</param>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public StudyQueue(StudyService studies, ClassDatabase database, TimeProvider time, int cores, ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(studies);
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(time);
        (_studies, _database, _time, _cores) = (studies, database, time, cores);
        _lastServed = studies.List().Where(study => study.Owner.Length > 0).GroupBy(study => study.Owner).ToDictionary(own => own.Key, own => own.Max(study => study.CreatedAt));
        _waiting = FairOrder.Of(database.Queued(), _lastServed);
        _work = new GuardedWork((loggers ?? NullLoggerFactory.Instance).CreateLogger<StudyQueue>());
        _timer = _work.NewTimer(time, Serving, WaitOn, Serve, Interval, Interval);
    }

    /// <summary>The studies that wait, the next one first.</summary>
    public IReadOnlyList<QueuedStudy> Waiting
    {
        get
        {
            lock (_gate)
                return _waiting;
        }
    }

    /// <summary>Why a study could not be started when it was its turn, in words; by its id, as long as the program runs.</summary>
    public IReadOnlyDictionary<string, string> Refused => _refused;

    /// <summary>A study's place among those that wait, from 1; null when it does not wait.</summary>
    public int? PlaceOf(string id)
    {
        var waiting = Waiting;
        for (var i = 0; i < waiting.Count; i++)
        {
            if (waiting[i].Id == id)
                return i + 1;
        }

        return null;
    }

    /// <summary>Lets a study wait for its turn, which may be at once.</summary>
    /// <returns>The id it has, and will have as a study.</returns>
    /// <exception cref="InvalidInputException">The definition has problems; nothing waits or is stored.</exception>
    /// <exception cref="IOException">It could not be stored.</exception>
    public string Enqueue(StudyDefinition definition, string owner)
    {
        var problems = StudyDefinitionRules.FindProblems(definition, _studies.Catalog);
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        var id = StudyService.NewId();
        Wait(id, owner, definition);
        return id;
    }

    /// <summary>Lets a study that is there already wait for its turn to go on: one that was interrupted is resumed then, and one that is paused continued.</summary>
    /// <param name="study">The study.</param>
    /// <param name="allowed">Its definition as it may go on, with its workers and its time limit.</param>
    /// <returns>Ends at once when the study waits, and otherwise when it goes on, or <see cref="Refused"/> says why not.</returns>
    /// <exception cref="IOException">It could not be stored.</exception>
    public Task EnqueueToGoOn(LiveStudy study, StudyDefinition allowed)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (PlaceOf(study.Id) is null)
        {
            _refused.TryRemove(study.Id, out _);
            Wait(study.Id, study.Owner, allowed);
        }

        return _goingOn.TryGetValue(study.Id, out var going) ? going.Begun : Task.CompletedTask;
    }

    /// <summary>Whether a study that runs may have more workers now: there are cores left, and nobody waits for them.</summary>
    public bool HasCoresFor(int more) => Waiting.Count == 0 && Taken().Sum(study => study.Workers) + more <= _cores;

    /// <summary>Takes a study out that waits. Returns false when it does not.</summary>
    /// <exception cref="IOException">It could not be stored; the study waits on.</exception>
    public bool Withdraw(string id)
    {
        lock (_gate)
        {
            if (_waiting.All(study => study.Id != id) || !_database.Remove(id))
                return false;
            _waiting = FairOrder.Of(_waiting.Where(study => study.Id != id), _lastServed);
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Wait(string id, string owner, StudyDefinition definition)
    {
        lock (_gate)
        {
            _begun.Remove(id);
            var number = _database.Enqueue(id, owner, definition);
            _waiting = FairOrder.Of([.. _waiting, new QueuedStudy(number, id, owner, definition)], _lastServed);
        }

        // it waits by now, whatever becomes of this
        _work.DoAgain(Serving, WaitOn, Serve);
    }

    /// <summary>Starts those whose turn it is.</summary>
    private void Serve()
    {
        lock (_gate)
        {
            foreach (var id in _begun.Where(NeedsNoMore).ToList())
            {
                _database.Remove(id);
                _begun.Remove(id);
            }

            foreach (var study in _waiting.Count == 0 ? [] : FairOrder.Next(_waiting, Taken(), _cores))
            {
                if (!TryStart(study))
                    return;
                _lastServed[study.Owner] = _time.GetUtcNow();
                _waiting = FairOrder.Of(_waiting.Where(other => other.Id != study.Id), _lastServed);
            }
        }
    }

    /// <summary>Whether a study that had its turn would not go on by itself after a restart: it has ended, is gone, rests because somebody said so, or cannot go on.</summary>
    private bool NeedsNoMore(string id) =>
        _studies.Find(id) is not { Snapshot: var study } || study is { Status: StudyStatus.Ended, CanResume: false } or { Status: StudyStatus.Paused } || (study.CanResume && _refused.ContainsKey(id));

    /// <summary>Starts a study; it waits no longer, and is there already after a crash.</summary>
    private bool TryStart(QueuedStudy study)
    {
        try
        {
            if (_studies.Find(study.Id) is { } live)
                GoOn(live, study.Definition);
            else
                _studies.Start(study.Definition, study.Owner, study.Id);
        }
        catch (IOException)
        {
            // a full disk: it waits on, and so do the others
            return false;
        }
        catch (InvalidInputException exception)
        {
            _database.Remove(study.Id);
            _refused[study.Id] = string.Join(' ', exception.Problems.Select(problem => problem.Message));
        }
        catch (Exception exception)
        {
            // this program cannot run it, which does not hold up the others
            _work.Tell(exception, "starting a study that waited", "it is refused, and the others have their turn");
            _database.Remove(study.Id);
            _refused[study.Id] = exception.Message;
        }

        if (!_refused.ContainsKey(study.Id))
            _begun.Add(study.Id);
        return true;
    }

    /// <summary>Goes on with a study whose turn it is; one that has ended meanwhile, or was begun before a crash, needs nothing.</summary>
    private void GoOn(LiveStudy study, StudyDefinition allowed)
    {
        var isResumed = study.Snapshot.CanResume;
        if (!isResumed && study.Snapshot.Status is not (StudyStatus.Pausing or StudyStatus.Paused))
            return;
        // elsewhere: it takes as long as it takes to repeat its decisions, and others are served meanwhile
        _goingOn[study.Id] = (study.Owner, allowed.Workers, _work.StartLong("going on with a study that waited", "it is refused, and can be tried again", () =>
        {
            try
            {
                if (isResumed)
                    _studies.Resume(study.Id, allowed.Stop.TimeLimitSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
                else if (_studies.Send(study.Id, new ContinueStudy()) is { IsDone: false, Words: var words })
                    _refused[study.Id] = words;
            }
            catch (Exception exception)
            {
                _refused[study.Id] = exception.Message;
                // that it cannot be resumed is told to the one who asked
                if (exception is not CannotResumeException)
                    throw;
            }
        }));
    }

    /// <summary>What takes cores: what runs here, and what is about to.</summary>
    private List<(string Id, string Owner, int Workers)> Taken()
    {
        var running = _studies.RunningHere.ToDictionary(study => study.Id);
        // one that was continued is paused until that is durable
        foreach (var (id, _) in _goingOn.Where(study => study.Value.Begun.IsCompleted
            && (!running.TryGetValue(study.Key, out var seen) || seen.Workers > 0 || _refused.ContainsKey(study.Key))))
            _goingOn.TryRemove(id, out _);
        foreach (var (id, (owner, workers, _)) in _goingOn)
            running[id] = (id, owner, workers);
        return [.. running.Values];
    }
}
