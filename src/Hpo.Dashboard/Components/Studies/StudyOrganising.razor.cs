using System.Collections.Immutable;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Validation;
using Hpo.Studies.Organising;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Studies;

/// <summary>The tags and notes of a study, and what to do with it as a whole: clone it, run it again, delete it.</summary>
public sealed partial class StudyOrganising : IDisposable
{
    private const int KnownTags = 50;

    private ITimer? _timer;
    private long _revision;
    private StudyMetadata _metadata = StudyMetadata.None;
    private IReadOnlyList<string> _known = [];
    private ImmutableSortedDictionary<int, string>? _trialNotes;
    private bool _writesNotes;
    private string? _problem;

    [Parameter, EditorRequired]
    public LiveStudy Study { get; set; } = default!;

    /// <summary>Whether the study has ended, so that it can be deleted.</summary>
    [Parameter, EditorRequired]
    public bool IsOver { get; set; }

    /// <summary>Somebody has written a note on a trial, or removed one.</summary>
    [Parameter]
    public EventCallback<ImmutableSortedDictionary<int, string>> OnTrialNotes { get; set; }

    [Inject]
    private StudyService Studies { get; set; } = default!;

    [Inject]
    private StudyList List { get; set; } = default!;

    [Inject]
    private StudyCloning Cloning { get; set; } = default!;

    [Inject]
    private StudyStarts Starts { get; set; } = default!;

    [Inject]
    private CurrentVisitor Current { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private bool MayChange => Current.Visitor.MayChange(Study.Owner);

    private bool MayStart => Current.Visitor.MayStart;

    public void Dispose() => _timer?.Dispose();

    protected override void OnInitialized()
    {
        _known = [.. StudySearch.Tags(List.Latest, KnownTags).Select(tag => tag.Tag)];
        Read();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // not before: the prerendered page has nobody to follow for
        if (firstRender)
            _timer = Time.CreateTimer(_ => _ = InvokeAsync(Follow), null, StudyList.MaxAge, StudyList.MaxAge);
    }

    private void Read() => (_revision, _metadata) = (Studies.Organiser.Revision, Studies.Organiser.Of(Study.Id));

    /// <summary>What is written elsewhere is shown here too.</summary>
    private async Task Follow()
    {
        try
        {
            Studies.Organiser.Refresh();
            var notes = Studies.Organiser.TrialNotes(Study.Id);
            if (!ReferenceEquals(notes, _trialNotes))
                await OnTrialNotes.InvokeAsync(_trialNotes = notes);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            // what is known stays; it is asked for again in a moment
            return;
        }

        if (_revision == Studies.Organiser.Revision)
            return;
        Read();
        StateHasChanged();
    }

    private void RunAgain() => Try("started", () =>
    {
        if (!MayStart)
            return;
        if (Cloning.Find(Study.Id) is not { } clone)
            throw new KeyNotFoundException("Its parts are not known here.");
        Navigation.NavigateTo(Starts.Start(clone.Again));
    });

    private void Delete() => Try("deleted", () =>
    {
        if (!MayChange)
            return;
        Studies.Delete(Study.Id);
        Navigation.NavigateTo("/");
    });

    private void Try(string what, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is InvalidInputException or InvalidOperationException or KeyNotFoundException or IOException or StartRefusedException)
        {
            _problem = $"The study could not be {what}: {exception.Message}";
        }
    }
}
