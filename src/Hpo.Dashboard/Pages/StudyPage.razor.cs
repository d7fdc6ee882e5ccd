using System.Collections.Immutable;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Components.Steering;
using Hpo.Dashboard.Components.Studies;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Classes;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using Hpo.Training.Data;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Pages;

/// <summary>One study, live. The page only watches: the study runs whether or not anybody does.</summary>
public sealed partial class StudyPage : IDisposable
{
    /// <summary>At most four times a second; the charts have their own way to the browser.</summary>
    public static readonly TimeSpan RenderInterval = TimeSpan.FromSeconds(0.25);

    private LiveStudy? _study;
    private StudySnapshot _snapshot = StudySnapshot.Empty;
    private ImmutableSortedDictionary<int, string> _notes = ImmutableSortedDictionary<int, string>.Empty;
    private CancellationTokenSource? _following;
    private TrialTable _table = default!;
    private StudyControls _controls = default!;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>The request, while the page is prerendered.</summary>
    [CascadingParameter]
    private HttpContext? Request { get; set; }

    [Inject]
    private StudyService Studies { get; set; } = default!;

    [Inject]
    private StudyBroadcasts Broadcasts { get; set; } = default!;

    [Inject]
    private StudyQueue Queue { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private FashionMnistSource DataSet { get; set; } = default!;

    [Inject]
    private CurrentVisitor Current { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    public void Dispose()
    {
        _following?.Cancel();
        _following?.Dispose();
        _following = null;
    }

    protected override void OnParametersSet()
    {
        if (_study?.Id == Id)
            return;
        Dispose();
        _study = Studies.Find(Id);
        _snapshot = _study?.Snapshot ?? StudySnapshot.Empty;
        _notes = _study is null ? _notes.Clear() : Studies.Organiser.TrialNotes(Id);
        if (_study is not null)
        {
            PrepareCharts();
            return;
        }

        if (Queue.PlaceOf(Id) is null)
            AnswerNotFound();
        else
            Navigation.NavigateTo($"/waiting/{Id}", replace: true);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // after a render and not in OnInitialized: that also runs for the prerendered page, which has nobody to follow for
        if (_study is null || _following is not null)
            return;
        _following = new CancellationTokenSource();
        _ = FollowAsync(_study, _following.Token);
    }

    /// <summary>While the browser reads a prerendered page, its charts' points are put into words; those of a study that goes on would be others by then.</summary>
    private void PrepareCharts()
    {
        // when it fails, the charts say so when they ask
        if (Request is not null && _snapshot.Status == StudyStatus.Ended)
            _ = Broadcasts.ExpectAsync(Id);
    }

    /// <summary>Sends this page with status 404. The status is set last: set now, it would bring up the app's page for unknown addresses instead.</summary>
    private void AnswerNotFound() => Request?.Response.OnStarting(() =>
    {
        Request.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    private async Task FollowAsync(LiveStudy study, CancellationToken cancellationToken)
    {
        try
        {
            await StudyFollower.FollowAsync(study, _snapshot.Sequence, RenderInterval, Time, Show, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // the page was left
        }
        catch (Exception exception)
        {
            // shown as any error of this page, instead of a page that silently stands still
            await DispatchExceptionAsync(exception);
        }

        Task Show(StudySnapshot snapshot) => InvokeAsync(() =>
        {
            if (cancellationToken.IsCancellationRequested)
                return;
            _snapshot = snapshot;
            StateHasChanged();
        });
    }

    private bool MayChange => _study is not null && Current.Visitor.MayChange(_study.Owner);

    /// <summary>Whether the trials can be steered too.</summary>
    private bool CanSteer => _study is { IsSimulated: false } && _controls is { IsOpen: true };

    private void SetNote(int trial, string text)
    {
        if (!MayChange)
            return;
        Studies.Organiser.SetTrialNote(Id, trial, text);
        _notes = Studies.Organiser.TrialNotes(Id);
        StateHasChanged();
    }

    private async Task StopTrialAsync(int trialId) => await _controls.SendAsync(new StopTrial(trialId));

    /// <summary>The study goes on; whoever followed it may have taken it for over.</summary>
    private void FollowAnew() => Dispose();
}
