using Hpo.Dashboard.Components.Forms;
using Hpo.Dashboard.Components.Space;
using Hpo.Dashboard.Models.Form;
using Hpo.Engine.Validation;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

/// <summary>The form of a new study, filled in with an example, so that Start works at once.</summary>
public sealed partial class NewStudy : IDisposable
{
    private StudyForm _form = default!;
    private FormScope _scope = default!;
    private SpaceEditor _editor = default!;
    private bool _isStarting;
    private string? _failure;

    [Inject]
    private StudyService Studies { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    public void Dispose() => _form.Changed -= OnChanged;

    protected override void OnInitialized()
    {
        _form = new StudyForm(Studies.Catalog);
        _form.Changed += OnChanged;
    }

    private string EpochsHint => _form.Objective.Describe.HasEpochs ? "Passes over the data, at most." : "This objective has no epochs.";

    private string WrongWords => _form.ProblemCount == 1 ? "One thing is not right yet." : $"{_form.ProblemCount} things are not right yet.";

    private static string Id(StudyField field) => $"study-{field.ToString().ToLowerInvariant()}";

    private string? Problem(StudyField field) => _form.Reading.Problems.GetValueOrDefault(field);

    /// <summary>A time in other words than it was typed in.</summary>
    private string TimeHint(StudyField field, string otherwise)
    {
        if (DurationText.Read(_form.Draft[field], out var seconds) is not null || seconds is not { } time)
            return otherwise;
        return DurationText.Words(time) is var words && words == _form.Draft[field].Trim() ? otherwise : $"{words}.";
    }

    private void ChooseObjective(string type) => _form.ChooseObjective(type);

    private async Task StartAsync()
    {
        if (_isStarting)
            return;
        if (_form.Reading.Definition is not { } definition)
        {
            await FocusFirstProblemAsync();
            return;
        }

        _isStarting = true;
        try
        {
            Navigation.NavigateTo($"/studies/{Studies.Start(definition).Header.Id}");
        }
        catch (InvalidInputException exception)
        {
            _isStarting = false;
            _form.Refuse(exception.Problems);
            await FocusFirstProblemAsync();
        }
        catch (IOException exception)
        {
            _isStarting = false;
            _failure = $"The study could not be stored, so nothing was started: {exception.Message}";
        }
    }

    /// <summary>The fields in the order of the page, then the space.</summary>
    private async Task FocusFirstProblemAsync()
    {
        var fields = _form.Reading.Problems.Keys.Order().ToList();
        var id = fields.Count > 0 ? Id(fields[0]) : _editor.ShowFirstProblem();
        // the view with the problem may have to be shown first
        StateHasChanged();
        await Task.Yield();
        if (id is not null)
            await _scope.FocusAsync(id);
    }

    private void OnChanged()
    {
        _failure = null;
        StateHasChanged();
    }
}
