using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Access;

/// <summary>What everything that starts something asks first, on the server: whether this visitor may, and may now.</summary>
public sealed class StartGate(CurrentVisitor current, StartLimit limit)
{
    /// <summary>Lets a study pass, or does not.</summary>
    /// <exception cref="StartRefusedException">This visitor may not start studies, or not now.</exception>
    public void Admit(StudyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (!current.Visitor.MayStart)
            throw new StartRefusedException("You may watch, but not start studies.");
        limit.Take(current.Visitor);
    }

    /// <summary>Lets the file of a study pass, or does not.</summary>
    /// <exception cref="StartRefusedException">This visitor may not add studies, or not now.</exception>
    public void AdmitFile()
    {
        if (!current.Visitor.MayStart)
            throw new StartRefusedException("You may watch, but not add studies.");
        limit.Take(current.Visitor);
    }

    /// <summary>Lets a comparison pass, or does not.</summary>
    /// <exception cref="StartRefusedException">This visitor may not start comparisons, or not now.</exception>
    public void AdmitComparison()
    {
        if (!current.Visitor.IsPresenter)
            throw new StartRefusedException("Only the presenter may start comparisons.");
        limit.Take(current.Visitor);
    }
}
