using Hpo.Dashboard.Models.Space;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Form;

/// <summary>A study to make another one from.</summary>
/// <param name="From">The study.</param>
/// <param name="Definition">What it ran.</param>
/// <param name="Name">The name of the new one, until it is changed.</param>
public sealed record StudyClone(StudyReference From, StudyDefinition Definition, string Name)
{
    /// <summary>The form's address with the clone of a study filled in.</summary>
    public static string AddressOf(string studyId) => $"/studies/new?from={Uri.EscapeDataString(studyId)}";

    /// <summary>The same study again, under a name of its own.</summary>
    public StudyDefinition Again => Definition with { Name = Name, ClonedFrom = From };

    internal SpaceEditing Space() => new(Definition.Space, Definition.InitialConfigurations.IsDefaultOrEmpty ? null : Definition.InitialConfigurations[0]);

    internal WarmStartDraft WarmStart() => Definition.WarmStart is { } warm
        ? WarmStartDraft.None.With(WarmStartSource.Of(warm, From.Name))
        : WarmStartDraft.None;
}
