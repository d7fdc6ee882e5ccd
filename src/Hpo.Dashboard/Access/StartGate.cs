using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Access;

/// <summary>What everything that starts something asks first, on the server: whether this visitor may, and may now.</summary>
public sealed class StartGate(CurrentVisitor current, StartLimit limit, Refusals refusals)
{
    /// <summary>Lets a study pass, or does not.</summary>
    /// <exception cref="StartRefusedException">This visitor may not start studies, or not now.</exception>
    public void Admit(StudyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (!current.Visitor.MayStart)
            throw Refuse("You may watch, but not start studies.");
        Take("a study");
    }

    /// <summary>Lets the file of a study pass, or does not.</summary>
    /// <exception cref="StartRefusedException">This visitor may not add studies, or not now.</exception>
    public void AdmitFile()
    {
        if (!current.Visitor.MayStart)
            throw Refuse("You may watch, but not add studies.", "the file of a study");
        Take("the file of a study");
    }

    /// <summary>Lets a comparison pass, or does not.</summary>
    /// <exception cref="StartRefusedException">This visitor may not start comparisons, or not now.</exception>
    public void AdmitComparison()
    {
        if (!current.Visitor.IsPresenter)
            throw Refuse("Only the presenter may start comparisons.", "a comparison");
        Take("a comparison");
    }

    /// <summary>What is thrown at this visitor; the log says it too.</summary>
    /// <param name="reason">Why not, in words.</param>
    /// <param name="what">What was asked for.</param>
    public StartRefusedException Refuse(string reason, string what = "a study")
    {
        refusals.Say(what, current.Visitor, reason);
        return new StartRefusedException(reason);
    }

    private void Take(string what)
    {
        try
        {
            limit.Take(current.Visitor);
        }
        catch (StartRefusedException refused)
        {
            throw Refuse(refused.Message, what);
        }
    }
}
