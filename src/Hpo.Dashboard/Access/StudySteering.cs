using Hpo.Engine.Validation;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Access;

/// <summary>Has a study do what a visitor wants, if it is theirs: the presenter everything, a student within the limits of the class and in their turn.</summary>
public sealed class StudySteering(CurrentVisitor current, StartGate gate, StudentGate students, StudyService studies)
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
        if (!current.Visitor.IsStudent)
            return studies.Send(study.Id, command);
        if (students.PastLimit(study, command) is { } limit)
            return Refused(limit);
        // while its trials come to rest it has its cores still
        return command is ContinueStudy && study.Snapshot.Status == StudyStatus.Paused ? GoOn(study) : studies.Send(study.Id, command);
    }

    /// <summary>Goes on with a study that was interrupted.</summary>
    /// <returns>What became of it, in words.</returns>
    /// <exception cref="StartRefusedException">This visitor may not, or not now.</exception>
    /// <exception cref="Engine.Tuning.CannotResumeException">It cannot be resumed.</exception>
    /// <exception cref="InvalidInputException">This program cannot run its definition, or it asks for more than a student may have.</exception>
    /// <exception cref="KeyNotFoundException">There is no such study any more.</exception>
    /// <exception cref="IOException">Its log cannot be read or written.</exception>
    public string Resume(LiveStudy study)
    {
        if (!MaySteer(study))
            throw gate.Refuse("Only the owner of this study may resume it.");
        if (current.Visitor.IsStudent)
            return students.GoOn(study);
        gate.Admit(study.Definition);
        studies.Resume(study.Id);
        return "The study goes on where it was interrupted.";
    }

    private StudyAnswer GoOn(LiveStudy study)
    {
        try
        {
            return StudyAnswer.Done(students.GoOn(study));
        }
        catch (InvalidInputException exception)
        {
            return Refused(string.Join(' ', exception.Problems.Select(problem => problem.Message)));
        }
        catch (Exception exception) when (exception is StartRefusedException or IOException)
        {
            return StudyAnswer.Refused(exception.Message);
        }
    }

    private StudyAnswer Refused(string reason) => StudyAnswer.Refused(gate.Refuse(reason, "a command").Message);
}
