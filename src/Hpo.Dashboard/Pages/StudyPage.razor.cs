using System.Collections.Immutable;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Components.Steering;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Classes;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using Hpo.Training.Data;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Pages;

/// <summary>One study, live. The page only watches: the study runs whether or not anybody does. What is shown of it stands in its address.</summary>
public sealed partial class StudyPage : IDisposable
{
    /// <summary>At most four times a second; the charts have their own way to the browser.</summary>
    public static readonly TimeSpan RenderInterval = TimeSpan.FromSeconds(0.25);

    private const int KnownTags = 50;

    private LiveStudy? _study;
    private StudySnapshot _snapshot = StudySnapshot.Empty;
    private FollowedMetadata? _metadata;
    private StudyPlace _place = StudyPlace.Start;
    private readonly HashSet<StudyTab> _opened = [];
    private ImmutableArray<string> _knownTags = [];
    private CancellationTokenSource? _following;
    private ITimer? _looking;
    private StudyControls _controls = default!;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [SupplyParameterFromQuery(Name = "tab")]
    private string? Tab { get; set; }

    [SupplyParameterFromQuery(Name = "trial")]
    private string? Trial { get; set; }

    [SupplyParameterFromQuery(Name = "column")]
    private string[]? Columns { get; set; }

    /// <summary>The request, while the page is prerendered.</summary>
    [CascadingParameter]
    private HttpContext? Request { get; set; }

    [Inject]
    private StudyService Studies { get; set; } = default!;

    [Inject]
    private StudyList List { get; set; } = default!;

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

    [Inject]
    private PageTimers Timers { get; set; } = default!;

    private FollowedMetadata Metadata => _metadata!;

    private string Name => _study!.Definition.Name;

    private bool IsOver => _snapshot.Status == StudyStatus.Ended;

    private bool MayChange => _study is not null && Current.Visitor.MayChange(_study.Owner);

    /// <summary>Whether the trials can be steered too.</summary>
    private bool CanSteer => _study is { IsSimulated: false } && _controls is { IsOpen: true };

    public void Dispose()
    {
        _looking?.Dispose();
        _looking = null;
        StopFollowing();
    }

    protected override void OnParametersSet()
    {
        _place = StudyPlace.Read(Tab, Trial, Columns);
        _opened.Add(_place.Tab);
        if (_study?.Id == Id)
            return;
        StopFollowing();
        _study = Studies.Find(Id);
        _snapshot = _study?.Snapshot ?? StudySnapshot.Empty;
        if (_study is not null)
            Open(_study);
        else if (Queue.PlaceOf(Id) is null)
            AnswerNotFound();
        else
            Navigation.NavigateTo($"/waiting/{Id}", replace: true);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // after a render and not in OnInitialized: that also runs for the prerendered page, which has nobody to follow for
        if (_study is null || _following is not null)
            return;
        _looking ??= Timers.Start("a study's page", StudyList.MaxAge, () => InvokeAsync(Look));
        _following = new CancellationTokenSource();
        _ = FollowAsync(_study, _following.Token);
    }

    private void Open(LiveStudy study)
    {
        _metadata = new FollowedMetadata(Studies.Organiser, study.Id);
        _knownTags = [.. StudySearch.Tags(List.Latest, KnownTags).Select(tag => tag.Tag)];
        // While the browser reads a prerendered page, its charts' points are put into words; those of a study that goes on would be others by then.
        // When it fails, the charts say so when they ask.
        if (Request is not null && IsOver)
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

    /// <summary>What is written elsewhere is shown here too.</summary>
    private void Look()
    {
        if (_metadata?.Look() == true)
            StateHasChanged();
    }

    // the browser's way back leads through the tabs and opened trials, but not through every row that was stepped over and every column
    private void ShowTab(StudyTab tab) => Go(_place with { Tab = tab }, isStep: true);

    /// <summary>What a person chose; the library itself turns tabs too, when the page is taken down.</summary>
    private Task ChooseTabAsync(TabInteractionEventArgs interaction)
    {
        if (interaction.InteractionType == TabInteractionType.Activate)
            ShowTab((StudyTab)interaction.PanelIndex);
        return Task.CompletedTask;
    }

    private void OpenTrial(int trial) => Go(_place with { Tab = StudyTab.Trials, Trial = trial }, isStep: true);

    private void ShowTrial(int? trial) => Go(_place with { Trial = trial }, isStep: _place.Trial is null);

    private void ShowColumns(ImmutableArray<string> columns) => Go(_place with { Columns = columns }, isStep: false);

    private void Go(StudyPlace place, bool isStep)
    {
        if (place == _place)
            return;
        _place = place;
        _opened.Add(place.Tab);
        Navigation.NavigateTo(place.AddressOf(Id), replace: !isStep);
    }

    private void SetTags(ImmutableArray<string> tags)
    {
        Studies.Organiser.SetTags(Id, tags);
        Look();
    }

    private void SetNote(int trial, string text)
    {
        if (!MayChange)
            return;
        Studies.Organiser.SetTrialNote(Id, trial, text);
        Look();
    }

    private async Task StopTrialAsync(int trialId) => await _controls.SendAsync(new StopTrial(trialId));

    /// <summary>The study goes on; whoever followed it may have taken it for over.</summary>
    private void FollowAnew() => StopFollowing();

    private void StopFollowing()
    {
        _following?.Cancel();
        _following?.Dispose();
        _following = null;
    }
}
