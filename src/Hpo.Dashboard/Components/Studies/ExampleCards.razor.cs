using Hpo.Dashboard.Access;
using Hpo.Dashboard.Models.Form;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>The ready-made studies, each with what it shows, to be started with one press or opened in the form.</summary>
public sealed partial class ExampleCards
{
    private bool _isStarting;
    private string? _failure;

    [Inject]
    private StudyExamples Examples { get; set; } = default!;

    [Inject]
    private StudyCatalog Catalog { get; set; } = default!;

    [Inject]
    private StudyStarts Starts { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string Introduction =>
        "The chapter’s studies, ready to run. Start one, or open it in the form to look at it and change it first. Times are for two cores"
        + (Starts.Limits is { } limits ? $"; in this class a study ends after {limits.Time.TotalMinutes:0.#} minutes with what it has found by then." : ".");

    private string Size(StudyExample example) =>
        $"{example.Trials} trials of {Catalog.Objectives.Get(example.Objective).Describe.DefaultMaxEpochs} epochs, {example.Takes}";

    private void Start(StudyExample example)
    {
        // a second press before the page changes would start a second study
        if (_isStarting)
            return;
        _isStarting = true;
        try
        {
            Navigation.NavigateTo(Starts.Start(example.Definition(Catalog)));
        }
        catch (InvalidInputException exception)
        {
            _isStarting = false;
            _failure = string.Join(' ', exception.Problems.Select(problem => problem.Message));
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
}
