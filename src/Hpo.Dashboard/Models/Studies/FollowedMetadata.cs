using System.Collections.Immutable;
using Hpo.Studies.Organising;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>What people say about a study, as one viewer knows it: what is written elsewhere is seen at the next look.</summary>
public sealed class FollowedMetadata(StudyOrganiser organiser, string studyId)
{
    /// <summary>Its tags and notes.</summary>
    public StudyMetadata Study { get; private set; } = organiser.Of(studyId);

    /// <summary>The notes on its trials, by trial.</summary>
    public ImmutableSortedDictionary<int, string> Trials { get; private set; } = organiser.TrialNotes(studyId);

    /// <summary>Looks whether there is something else; what cannot be read now stays as it is known, and is asked for again at the next look.</summary>
    /// <returns>Whether there is.</returns>
    public bool Look()
    {
        try
        {
            organiser.Refresh();
            var (study, trials) = (organiser.Of(studyId), organiser.TrialNotes(studyId));
            if (study.Equals(Study) && ReferenceEquals(trials, Trials))
                return false;
            (Study, Trials) = (study, trials);
            return true;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return false;
        }
    }
}
