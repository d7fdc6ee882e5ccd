using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Running;

namespace Hpo.Dashboard.Models.Form;

/// <summary>Finds studies to make others from.</summary>
public sealed class StudyCloning(StudyService studies, StudyList list)
{
    /// <summary>A study with a name for its clone; null when there is no such study, or the catalog lacks one of its components.</summary>
    public StudyClone? Find(string id)
    {
        if (studies.Find(id) is not { Definition: var definition })
            return null;
        var catalog = studies.Catalog;
        var isKnown = catalog.Objectives.Find(definition.Objective.Type) is not null
            && catalog.Searchers.Find(definition.Searcher.Type) is not null
            && catalog.Schedulers.Find(definition.Scheduler.Type) is not null;
        return isKnown
            ? new StudyClone(new(id, definition.Name), definition, CloneName.Next(definition.Name, list.Latest.Select(entry => entry.Summary.Name)))
            : null;
    }
}
