using Hpo.Dashboard.Access;
using Hpo.Dashboard.Components.Forms;
using Hpo.Dashboard.Components.Methods;
using Hpo.Dashboard.Components.Space;
using Hpo.Dashboard.Models.Form;
using Hpo.Engine.Validation;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

/// <summary>The form of a new study, filled in with an example, so that Start works at once.</summary>
public sealed partial class NewStudy : IDisposable
{
    private FormScope _scope = default!;
    private SpaceEditor _editor = default!;
    private IComponentChoice _objective = default!;
    private IComponentChoice _searcher = default!;
    private IComponentChoice _scheduler = default!;
    private bool _isStarting;
    private string? _failure;
    private bool _missing;
    private KeptStudyForm? _kept;

    /// <summary>The ready-made study to fill in; null for none.</summary>
    [SupplyParameterFromQuery(Name = "example")]
    public string? ExampleKey { get; set; }

    /// <summary>The study to make another one from; null for none.</summary>
    [SupplyParameterFromQuery(Name = "from")]
    public string? OriginalId { get; set; }

    /// <summary>Lives as long as the visit, not the page: what was typed is still there after a look at the studies.</summary>
    [Inject]
    private StudyForm Form { get; set; } = default!;

    /// <summary>Outlives the page on the server: a laptop that was closed for an hour finds again what was typed.</summary>
    [PersistentState]
    public KeptStudyForm? Kept
    {
        get => Form.Keep();
        set => _kept = value;
    }

    [Inject]
    private StudyService Studies { get; set; } = default!;

    [Inject]
    private StudyExamples Examples { get; set; } = default!;

    [Inject]
    private StudyStarts Starts { get; set; } = default!;

    [Inject]
    private StudyCloning Cloning { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    public void Dispose() => Form.Changed -= OnChanged;

    protected override void OnInitialized()
    {
        var clone = OriginalId is null ? null : Cloning.Find(OriginalId);
        _missing = OriginalId is not null && clone is null;
        Form.Limits = Starts.Limits;
        Form.BeginWith(Starts.FirstSeed);
        if (clone is not null)
            Form.Open(clone);
        else
            Form.Open(Examples.Find(ExampleKey));
        _objective = new StudyChoice(Form, StudyField.Objective, FieldIds.Of(StudyField.Objective));
        _searcher = new StudyChoice(Form, StudyField.Searcher, FieldIds.Of(StudyField.Searcher));
        _scheduler = new StudyChoice(Form, StudyField.Scheduler, FieldIds.Of(StudyField.Scheduler));
        if (_kept is not null)
            Form.Restore(_kept, Studies.Find);
        Form.Changed += OnChanged;
        _failure = Starts.Refusal;
    }

    private string? Problem(StudyField field) => Form.Reading.Problems.GetValueOrDefault(field);

    private async Task StartAsync()
    {
        if (_isStarting)
            return;
        if (Form.Reading.Definition is not { } definition)
        {
            await FocusFirstProblemAsync();
            return;
        }

        _isStarting = true;
        try
        {
            var address = Starts.Start(definition);
            Form.MarkStarted();
            Navigation.NavigateTo(address);
        }
        catch (InvalidInputException exception)
        {
            _isStarting = false;
            Form.Refuse(exception.Problems);
            await FocusFirstProblemAsync();
        }
        catch (StartRefusedException exception)
        {
            _isStarting = false;
            _failure = exception.Message;
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
        var id = Form.FirstProblem switch
        {
            (var field, null) => FieldIds.Of(field),
            (var role, { } parameter) => FieldIds.OfParameter(FieldIds.Of(role), parameter),
            null => _editor.ShowFirstProblem(),
        };
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
