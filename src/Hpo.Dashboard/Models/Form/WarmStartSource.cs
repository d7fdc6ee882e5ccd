using System.Collections.Immutable;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;

namespace Hpo.Dashboard.Models.Form;

/// <summary>Where trials of earlier studies come from: a study, or what another definition had already learned.</summary>
/// <param name="Key">Tells sources apart.</param>
/// <param name="Name">Its name, for people.</param>
/// <param name="Objective">The type of the objective that the trials minimised; null when it is not known.</param>
/// <param name="Studies">The studies they come from.</param>
/// <param name="TrialsOf">The trials, given the largest number of epochs that counts.</param>
public sealed record WarmStartSource(
    string Key, string Name, string? Objective, ImmutableArray<StudyReference> Studies, Func<int, IReadOnlyList<EarlierTrial>> TrialsOf)
{
    /// <summary>A study that has ended.</summary>
    public static WarmStartSource Of(LiveStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var (epochs, trials) = (0, (IReadOnlyList<EarlierTrial>)[]);
        return new(study.Id, study.Definition.Name, study.Definition.Objective.Type, [new(study.Id, study.Definition.Name)], maxEpochs =>
        {
            // asked with every letter that is typed into the form
            if (epochs != maxEpochs)
                (epochs, trials) = (maxEpochs, WarmStartSelection.TrialsOf(study.Snapshot, maxEpochs));
            return trials;
        });
    }

    /// <summary>What the original of a clone had learned: its very trials, wherever they came from.</summary>
    public static WarmStartSource Of(WarmStart warm, string original)
    {
        ArgumentNullException.ThrowIfNull(warm);
        return new("", $"the warm start of {original}", null, warm.Studies, maxEpochs => [.. warm.Trials.Where(trial => trial.Epochs <= maxEpochs)]);
    }
}
