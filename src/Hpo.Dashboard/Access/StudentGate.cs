using Hpo.Engine.Validation;
using Hpo.Studies.Classes;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;

namespace Hpo.Dashboard.Access;

/// <summary>
/// The one gate for whatever a student can cause to run, from the form or from a file: a new study, one that goes on after an interruption or a pause, and more trials and
/// workers of one that runs. The class is open, the limits hold for the study as it stands, and it waits for its turn on the cores.
/// </summary>
public sealed class StudentGate(StartGate gate, StudyService studies, ClassRoom room, StudyQueue queue)
{
    /// <summary>What a study of a student has to keep to.</summary>
    public ClassLimits Limits => room.Limits;

    /// <summary>Why a student can start no study at the moment, whatever it is; null when one can be started.</summary>
    public string? RefusalOf(string student) => NoRoom(student) ?? NoPlaceInLine(student);

    /// <summary>Lets a new study wait for its turn, which may be at once.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="StartRefusedException">Not now.</exception>
    /// <exception cref="InvalidInputException">The definition has problems, or asks for more than a student may have.</exception>
    /// <exception cref="IOException">It could not be stored.</exception>
    public string Start(StudyDefinition definition, string student)
    {
        // two pages of one student do not pass a limit together
        lock (room.Starting)
        {
            Require(RefusalOf(student));
            var allowed = room.Limits.Require(definition);
            gate.Admit(allowed);
            return queue.Enqueue(allowed, student);
        }
    }

    /// <summary>Lets a study that was interrupted, or is paused, wait for its turn to go on.</summary>
    /// <returns>What became of it, in words.</returns>
    /// <exception cref="StartRefusedException">Not now, or it cannot go on.</exception>
    /// <exception cref="InvalidInputException">It asks for more than a student may have.</exception>
    /// <exception cref="IOException">It could not be stored.</exception>
    public string GoOn(LiveStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        Task begun;
        lock (room.Starting)
        {
            Require(Closed);
            if (queue.PlaceOf(study.Id) is null)
                Require(NoPlaceInLine(study.Owner));
            var allowed = room.Limits.Require(study.Definition, study.Snapshot);
            gate.Admit(allowed);
            begun = queue.EnqueueToGoOn(study, allowed);
        }

        begun.Wait();
        if (queue.Refused.TryGetValue(study.Id, out var reason))
            throw gate.Refuse(reason);
        return queue.PlaceOf(study.Id) is { } place ? $"The study waits for its turn: place {place} in line." : "The study goes on.";
    }

    /// <summary>Lets the file of a study pass, or does not.</summary>
    /// <exception cref="StartRefusedException">Not now.</exception>
    public void RequireRoom(string student) => Require(NoRoom(student));

    /// <summary>Why a command asks for more than a student may have; null when it does not.</summary>
    public string? PastLimit(LiveStudy study, StudyCommand command)
    {
        ArgumentNullException.ThrowIfNull(study);
        var (limits, snapshot) = (room.Limits, study.Snapshot);
        return command switch
        {
            SetNumberOfTrials { Trials: var trials } when trials > limits.Trials => $"A student's study has at most {limits.Trials} trials.",
            SetWorkers { Workers: var workers } when workers > limits.Workers => $"A student's study has at most {limits.Workers} workers.",
            SetWorkers { Workers: var workers } when workers - snapshot.WorkersAsked(study.Definition) is var more && more > 0 && !queue.HasCoresFor(more) =>
                "No core is left for another worker: others run, or wait for their turn.",
            // it may need a trial more
            TryConfiguration when snapshot.Trials.Count + snapshot.Enqueued.Count >= limits.Trials => $"A student's study has at most {limits.Trials} trials.",
            _ => null,
        };
    }

    private string? Closed => room.IsOpen ? null : "The presenter lets students start no studies at the moment.";

    private string? NoRoom(string student) => Closed
        ?? (WaitingOf(student) + studies.List().Count(study => study.Owner == student) >= room.Limits.StoredStudies
            ? $"You have {room.Limits.StoredStudies} studies, as many as one may keep: delete one first."
            : null);

    private string? NoPlaceInLine(string student) => WaitingOf(student) is var waiting && waiting >= room.Limits.Waiting
        ? $"{waiting} of your studies wait already, as many as may: wait for one to start, or withdraw one."
        : null;

    private void Require(string? refusal)
    {
        if (refusal is not null)
            throw gate.Refuse(refusal);
    }

    private int WaitingOf(string student) => queue.Waiting.Count(study => study.Owner == student);
}
