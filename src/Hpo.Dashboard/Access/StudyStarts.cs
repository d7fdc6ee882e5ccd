using Hpo.Engine.Validation;
using Hpo.Studies.Classes;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;

namespace Hpo.Dashboard.Access;

/// <summary>Starts what a visitor wants started: the presenter's at once, a student's within the limits of the class and in its turn.</summary>
public sealed class StudyStarts(CurrentVisitor current, StartGate gate, StudentGate students, StudyService studies, StudyQueue queue)
{
    /// <summary>What the visitor's studies have to keep to; null for the presenter's, which have no limits but everybody's.</summary>
    public ClassLimits? Limits => current.Visitor.IsStudent ? students.Limits : null;

    /// <summary>Why the visitor can start no study at the moment, whatever it is; null when one can be started.</summary>
    public string? Refusal => current.Visitor.IsStudent ? students.RefusalOf(current.Visitor.Id) : null;

    /// <summary>The seed that this visitor's form begins with: a student's own, 0 for others.</summary>
    public long FirstSeed => current.Visitor is { IsStudent: true, Id: var student }
        ? StudentSeed.Of(student, studies.List().Count(study => study.Owner == student) + queue.Waiting.Count(study => study.Owner == student))
        : 0;

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

        var id = students.Start(definition, current.Visitor.Id);
        return queue.PlaceOf(id) is null ? $"/studies/{id}" : $"/waiting/{id}";
    }

    /// <summary>Lets the file of a study pass, or does not.</summary>
    /// <exception cref="StartRefusedException">This visitor may not add studies, or not now.</exception>
    public void AdmitFile()
    {
        if (current.Visitor.IsStudent)
            students.RequireRoom(current.Visitor.Id);
        gate.AdmitFile();
    }
}
