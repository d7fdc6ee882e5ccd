using System.Globalization;
using Hpo.Dashboard.Models.Steering;
using Hpo.Engine.Space;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using ParameterValue = Hpo.Engine.Space.ParameterValue;

namespace Hpo.Dashboard.Components.Steering;

/// <summary>Asks for a configuration that the study is to try: a field for each hyperparameter, filled with one that was tried before.</summary>
public sealed partial class TryDialog
{
    private const string FormId = "try-form";

    private static readonly DialogOptions Options = new() { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Medium, FullWidth = true };

    private ConfigurationDraft? _draft;
    private string _title = "";
    private string? _refusal;
    private bool _isSending;

    [Parameter, EditorRequired]
    public StudyDefinition Definition { get; set; } = default!;

    [Parameter, EditorRequired]
    public StudySnapshot Study { get; set; } = default!;

    /// <summary>Has the study do it, and says what became of that.</summary>
    [Parameter, EditorRequired]
    public Func<StudyCommand, Task<StudyAnswer>> Send { get; set; } = default!;

    /// <summary>What the fields can be filled with, the most useful first.</summary>
    private IEnumerable<(string Name, Configuration Configuration)> Sources
    {
        get
        {
            if (Study.Incumbent is { } best)
                yield return ("best so far", Study.Trials[best.TrialId].Configuration);
            if (!Definition.InitialConfigurations.IsEmpty)
                yield return ("first configuration", Definition.InitialConfigurations[0]);
            if (!Study.Trials.IsEmpty)
                yield return ("latest trial", Study.Trials[^1].Configuration);
            yield return ("middle of the space", Middle);
        }
    }

    private Configuration Middle => new(Definition.Space.Parameters.Select(parameter => (parameter.Name, parameter.Domain.Decode(0.5))));

    /// <summary>Opens with the most useful configuration, or with a trial's.</summary>
    public Task OpenAsync(TrialView? trial = null)
    {
        _title = trial is null ? "Try a configuration" : $"Copy trial {trial.Id} and change it";
        Fill(trial?.Configuration ?? Sources.First().Configuration);
        return InvokeAsync(StateHasChanged);
    }

    private static string IdOf(ConfigurationField field) => $"try-{Uri.EscapeDataString(field.Name)}";

    private static string NameOf(IReadOnlyList<ParameterValue> choices, string place) => Format.Value(choices[int.Parse(place, CultureInfo.InvariantCulture)]);

    private void Fill(Configuration configuration) => (_draft, _refusal) = (ConfigurationDraft.Of(Definition.Space, configuration), null);

    private void Change(ConfigurationField field, string text) => (_draft, _refusal) = (_draft?.With(field.Name, text), null);

    private async Task SubmitAsync()
    {
        if (_draft?.Configuration is not { } configuration || _isSending)
            return;
        _isSending = true;
        var answer = await Send(new TryConfiguration(configuration));
        _isSending = false;
        if (answer.IsDone)
            _draft = null;
        else
            _refusal = answer.Words;
    }

    private void Forget(bool isVisible) => _draft = isVisible ? _draft : null;
}
