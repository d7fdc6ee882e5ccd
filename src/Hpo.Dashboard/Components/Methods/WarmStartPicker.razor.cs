using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Methods;

/// <summary>The choice of earlier studies that the searcher learns from.</summary>
public sealed partial class WarmStartPicker
{
    /// <summary>More would make no list that anybody reads.</summary>
    private const int Most = 100;

    [Parameter, EditorRequired]
    public StudyForm Form { get; set; } = default!;

    [Inject]
    private StudyList List { get; set; } = default!;

    [Inject]
    private StudyService Studies { get; set; } = default!;

    /// <summary>Finished studies of the objective that is chosen, the newest first.</summary>
    private List<Choice> Same { get; set; } = [];

    private List<Choice> Others { get; set; } = [];

    protected override void OnParametersSet()
    {
        var finished = List.Latest.Select(entry => entry.Summary)
            .Where(study => study is { Status: StudyStatus.Ended, BestError: not null } && Form.Warm.Sources.All(source => source.Key != study.Id))
            .ToLookup(study => study.Objective == Form.Objective.Type);
        Same = Choices(finished[true]);
        Others = Choices(finished[false]);
    }

    private static List<Choice> Choices(IEnumerable<StudySummary> studies) =>
        [.. studies.Take(Most).Select(study => new Choice(study.Id, $"{study.Name} — {Format.Count(study.TrialsEnded, "trial")}, best {Format.Error(study.BestError)}"))];

    private void Add(string id)
    {
        if (id.Length > 0 && Studies.Find(id) is { } study)
            Form.AddWarmStart(WarmStartSource.Of(study));
    }

    private sealed record Choice(string Id, string Words);
}
