using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Components.Methods;

/// <summary>The choice of earlier studies that the searcher learns from.</summary>
public sealed partial class WarmStartPicker
{
    /// <summary>More would make no list that anybody reads: letters find the others.</summary>
    private const int MostShown = 100;

    private MudAutocomplete<EarlierStudy>? _study;

    [Parameter, EditorRequired]
    public StudyForm Form { get; set; } = default!;

    [Inject]
    private StudyList List { get; set; } = default!;

    [Inject]
    private StudyService Studies { get; set; } = default!;

    /// <summary>Finished studies that are not chosen yet: those of the chosen objective first, then the newest.</summary>
    private IEnumerable<EarlierStudy> Finished => List.Latest.Select(entry => entry.Summary)
        .Where(study => study is { Status: StudyStatus.Ended, BestError: not null } && Form.Warm.Sources.All(source => source.Key != study.Id))
        .OrderByDescending(study => study.Objective == Form.Objective.Type)
        .Select(study => new EarlierStudy(study.Id, study.Name, Words(study)));

    private Task<IEnumerable<EarlierStudy>> FindAsync(string? part, CancellationToken cancellation) =>
        Task.FromResult(Finished.Where(study => study.Name.Contains(part?.Trim() ?? "", StringComparison.OrdinalIgnoreCase)));

    private string Words(StudySummary study)
    {
        var trials = $"{Format.Count(study.TrialsEnded, "trial")}, best {Format.Error(study.BestError)}";
        return study.Objective == Form.Objective.Type ? trials : $"{Form.Catalog.Objectives.Find(study.Objective)?.Name ?? study.Objective}: {trials}";
    }

    private async Task AddAsync(EarlierStudy? chosen)
    {
        if (chosen is null)
            return;
        if (Studies.Find(chosen.Id) is { } study)
            Form.AddWarmStart(WarmStartSource.Of(study));
        // the field is for the next one
        if (_study is not null)
            await _study.ClearAsync();
    }
}
