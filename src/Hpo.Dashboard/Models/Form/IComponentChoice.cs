using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Models.Form;

/// <summary>The choice of a searcher or a scheduler in a form, and of its parameters.</summary>
public interface IComponentChoice
{
    /// <summary>The id of the field in which it is chosen; those of its parameters begin with it.</summary>
    string Id { get; }

    /// <summary>What is chosen.</summary>
    CatalogEntry Chosen { get; }

    /// <summary>What is wrong with the choice; null when nothing is.</summary>
    string? Problem { get; }

    /// <summary>Whether a parameter of what is chosen has something wrong with it.</summary>
    bool HasParameterProblem { get; }

    /// <summary>The text of a parameter of what is chosen.</summary>
    string TextOf(ComponentParameter parameter);

    /// <summary>What is wrong with a parameter; null when nothing is.</summary>
    string? ProblemOf(ComponentParameter parameter);

    /// <summary>Chooses another component.</summary>
    void Choose(string type);

    /// <summary>Types into a parameter.</summary>
    void Type(ComponentParameter parameter, string text);
}
