using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;

namespace Hpo.Dashboard.Access;

/// <summary>Has a study do what a visitor wants, if it is theirs: the presenter everything, a student within the limits of the class.</summary>
public sealed class StudySteering(CurrentVisitor current, StartGate gate, StudyService studies, ClassRoom room)
{
    /// <summary>Whether the visitor may steer a study.</summary>
    public bool MaySteer(LiveStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return current.Visitor.MayChange(study.Owner);
    }

    /// <summary>Has a study do something.</summary>
    /// <returns>What was done and how to take it back, or why it was not done.</returns>
    public StudyAnswer Send(LiveStudy study, StudyCommand command)
    {
        if (!MaySteer(study))
            return Refused("Only the owner of this study may steer it.");
        return current.Visitor.IsStudent && PastLimit(study, command) is { } limit ? Refused(limit) : studies.Send(study.Id, command);

        StudyAnswer Refused(string reason) => StudyAnswer.Refused(gate.Refuse(reason, "a command").Message);
    }

    /// <summary>Goes on with a study that was interrupted.</summary>
    /// <exception cref="StartRefusedException">This visitor may not, or not now.</exception>
    /// <exception cref="Engine.Tuning.CannotResumeException">It cannot be resumed.</exception>
    /// <exception cref="Engine.Validation.InvalidInputException">This program cannot run its definition.</exception>
    /// <exception cref="KeyNotFoundException">There is no such study any more.</exception>
    /// <exception cref="IOException">Its log cannot be read or written.</exception>
    public void Resume(LiveStudy study)
    {
        if (!MaySteer(study))
            throw gate.Refuse("Only the owner of this study may resume it.");
        // one that came from a file may ask for more than a student may have
        if (current.Visitor.IsStudent)
            room.Limits.Require(study.Definition);
        if (current.Visitor.IsStudent && studies.RunningHere.Any(running => running.Owner == study.Owner))
            throw gate.Refuse("Another study of yours is running: resume this one when it has ended.");
        gate.Admit(study.Definition);
        studies.Resume(study.Id);
    }

    private string? PastLimit(LiveStudy study, StudyCommand command) => command switch
    {
        SetNumberOfTrials { Trials: var trials } when trials > room.Limits.Trials => Trials,
        SetWorkers { Workers: var workers } when workers > room.Limits.Workers => $"A student's study has at most {room.Limits.Workers} workers.",
        // it may need a trial more
        TryConfiguration when study.Snapshot.Trials.Count + study.Snapshot.Enqueued.Count >= room.Limits.Trials => Trials,
        _ => null,
    };

    private string Trials => $"A student's study has at most {room.Limits.Trials} trials.";
}
