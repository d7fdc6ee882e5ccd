using Hpo.Engine.Validation;
using Hpo.Studies.Classes;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;

namespace Hpo.Dashboard.Access;

/// <summary>Starts what a visitor wants started: the presenter's at once, a student's within the limits of the class and in its turn.</summary>
public sealed class StudyStarts(CurrentVisitor current, StartGate gate, StudyService studies, ClassRoom room, StudyQueue queue)
{
    /// <summary>Starts a study, or lets it wait.</summary>
    /// <returns>The address of its page.</returns>
    /// <exception cref="StartRefusedException">This visitor may not, or not now.</exception>
    /// <exception cref="InvalidInputException">The definition has problems, or asks for more than a student may have.</exception>
    /// <exception cref="IOException">It could not be stored.</exception>
    public string Start(StudyDefinition definition)
    {
        if (!current.Visitor.IsStudent)
        {
            gate.Admit(definition);
            return $"/studies/{studies.Start(definition).Id}";
        }

        lock (room.Starting)
        {
            var allowed = Allowed(definition, current.Visitor.Id);
            gate.Admit(allowed);
            var id = queue.Enqueue(allowed, current.Visitor.Id);
            return queue.PlaceOf(id) is null ? $"/studies/{id}" : $"/waiting/{id}";
        }
    }

    /// <summary>Lets the file of a study pass, or does not.</summary>
    /// <exception cref="StartRefusedException">This visitor may not add studies, or not now.</exception>
    public void AdmitFile()
    {
        if (current.Visitor.IsStudent)
            CheckRoom(current.Visitor.Id);
        gate.AdmitFile();
    }

    private StudyDefinition Allowed(StudyDefinition definition, string student)
    {
        CheckRoom(student);
        if (WaitingOf(student) is var waiting && waiting >= room.Limits.Waiting)
            throw gate.Refuse($"{waiting} of your studies wait already, as many as may: wait for one to start, or withdraw one.");
        return room.Limits.Require(definition);
    }

    private void CheckRoom(string student)
    {
        if (!room.IsOpen)
            throw gate.Refuse("The presenter lets students start no studies at the moment.");
        if (WaitingOf(student) + studies.List().Count(study => study.Owner == student) >= room.Limits.StoredStudies)
            throw gate.Refuse($"You have {room.Limits.StoredStudies} studies, as many as one may keep: delete one first.");
    }

    private int WaitingOf(string student) => queue.Waiting.Count(study => study.Owner == student);
}
