using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Components.Forms;
using Hpo.Dashboard.Components.Methods;
using Hpo.Dashboard.Models.Comparisons.Form;
using Hpo.Engine.Validation;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

/// <summary>The form of a new comparison, filled in with an example, or with another comparison to change.</summary>
public sealed partial class NewComparison : IDisposable
{
    private static readonly string[] Usual = ["10", "30", "50"];

    private static readonly (ComparisonKind, string, string)[] Kinds =
    [
        (ComparisonKind.Simulated, "Simulated", "Objectives say how long their epochs take, so that hours pass in seconds. For many repetitions."),
        (ComparisonKind.Race, "A race", "In real time, at once: all methods of a repetition run beside each other, live, with the same workers each."),
    ];

    private static readonly (DecisionTimeKind, string, string)[] DecisionTimes =
    [
        (DecisionTimeKind.None, "No time", "Only evaluations are charged: it flatters searchers that think long."),
        (DecisionTimeKind.Fixed, "A fixed time", "The same for every method, so that every machine draws the same picture."),
        (DecisionTimeKind.Measured, "The time measured", "What it took on this machine. Fair to all, but no two runs are exactly alike."),
    ];

    private static readonly (FirstConfiguration, string, string)[] FirstConfigurations =
    [
        (FirstConfiguration.Drawn, "A configuration drawn at random", "Another one in each repetition, and the same for all methods."),
        (FirstConfiguration.Default, "The objective’s usual configuration", "The same in every repetition."),
    ];

    private FormScope _scope = default!;
    private bool _isStarting;
    private string? _failure;
    private KeptComparisonForm? _kept;

    /// <summary>The comparison to begin with; null for none.</summary>
    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>The example to begin with; null for none.</summary>
    [SupplyParameterFromQuery(Name = "example")]
    public string? Example { get; set; }

    /// <summary>Lives as long as the visit, not the page: what was typed is still there after a look at the comparisons.</summary>
    [Inject]
    private ComparisonForm Form { get; set; } = default!;

    /// <summary>Outlives the page on the server: a laptop that was closed for an hour finds again what was typed.</summary>
    [PersistentState]
    public KeptComparisonForm? Kept
    {
        get => Form.Keep();
        set => _kept = value;
    }

    [Inject]
    private ComparisonService Comparisons { get; set; } = default!;

    [Inject]
    private StartGate Gate { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    public void Dispose() => Form.Changed -= OnChanged;

    protected override void OnInitialized()
    {
        Form.Open(Given());
        if (_kept is not null)
            Form.Restore(_kept);
        Form.Changed += OnChanged;
    }

    private bool IsRace => Form.Draft.Kind == ComparisonKind.Race;

    private ComparisonDefinition? Given() => this switch
    {
        { From: { } id } when Comparisons.Find(id)?.Snapshot is { } other => other.Definition with { Name = other.Name },
        { Example: { } id } => ComparisonExamples.Find(id)?.Definition,
        _ => null,
    };

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
            Gate.AdmitComparison();
            var comparison = Comparisons.Start(definition);
            Form.MarkStarted();
            Navigation.NavigateTo($"/comparisons/{comparison.Id}");
        }
        catch (InvalidInputException exception)
        {
            _isStarting = false;
            Form.Refuse(exception.Problems);
            _failure = Form.Reading.Others is [var problem, ..] ? problem.Message : null;
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
            _failure = $"The comparison could not be stored, so nothing was started: {exception.Message}";
        }
    }

    private async Task FocusFirstProblemAsync()
    {
        StateHasChanged();
        await Task.Yield();
        if (ComparisonFormIds.FirstProblem(Form) is { } id)
            await _scope.FocusAsync(id);
    }

    private void OnChanged()
    {
        _failure = null;
        StateHasChanged();
    }
}
