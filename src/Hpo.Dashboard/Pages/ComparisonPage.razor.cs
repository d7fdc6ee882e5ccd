using Hpo.Comparisons.Running;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Components.Common;
using Hpo.Dashboard.Models.Comparisons;
using Hpo.Engine.Validation;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Hpo.Dashboard.Pages;

/// <summary>One comparison, live. The page only watches: the comparison runs whether or not anybody does.</summary>
public sealed partial class ComparisonPage : IDisposable
{
    /// <summary>At most four times a second; the figures have their own way to the browser.</summary>
    public static readonly TimeSpan RenderInterval = TimeSpan.FromSeconds(0.25);

    private LiveComparison? _comparison;
    private CancellationTokenSource? _following;
    private string? _failure;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>The request, while the page is prerendered.</summary>
    [CascadingParameter]
    private HttpContext? Request { get; set; }

    [Inject]
    private ComparisonService Comparisons { get; set; } = default!;

    [Inject]
    private StartGate Gate { get; set; } = default!;

    [Inject]
    private CurrentVisitor Current { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private string? LogFailure => _comparison?.LogFailure is { } failure
        ? $"The comparison’s log could not be written: {failure} What is shown is what was stored before."
        : null;

    public void Dispose()
    {
        _following?.Cancel();
        _following?.Dispose();
        _following = null;
    }

    protected override void OnParametersSet()
    {
        if (_comparison?.Id == Id)
            return;
        Dispose();
        _failure = null;
        _comparison = Comparisons.Find(Id);
        if (_comparison is null)
            AnswerNotFound();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // after a render and not in OnInitialized: that also runs for the prerendered page, which has nobody to follow for
        if (_comparison is null || _following is not null)
            return;
        _following = new CancellationTokenSource();
        _ = FollowAsync(_comparison, _following.Token);
    }

    /// <summary>Sends this page with status 404. The status is set last: set now, it would bring up the app's page for unknown addresses instead.</summary>
    private void AnswerNotFound() => Request?.Response.OnStarting(() =>
    {
        Request.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    private async Task FollowAsync(LiveComparison comparison, CancellationToken cancellationToken)
    {
        try
        {
            await ComparisonFollower.FollowAsync(comparison, RenderInterval, Time, () => InvokeAsync(Show), cancellationToken);
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

        void Show()
        {
            if (!cancellationToken.IsCancellationRequested)
                StateHasChanged();
        }
    }

    private void Cancel() => Try(() => Comparisons.Cancel(Id));

    private void Resume() => Try(() =>
    {
        Gate.AdmitComparison();
        Comparisons.Resume(Id);
    });

    private void Repeat() => Try(() =>
    {
        Gate.AdmitComparison();
        if (Comparisons.Repeat(Id) is { } again)
            Navigation.NavigateTo($"/comparisons/{again.Id}");
    });

    private void Rename(string name) => Try(() => Comparisons.Rename(Id, name));

    private void Delete() => Try(() =>
    {
        // the page may show another comparison by the time it is taken back
        var (id, name) = (Id, _comparison!.Snapshot.Name);
        if (!Comparisons.Delete(id))
            return;
        Snackbar.AddUndo($"Deleted “{name}”.", () =>
        {
            Snackbar.TryStore(() => Comparisons.Restore(id), $"“{name}” could not be brought back");
            return Task.CompletedTask;
        });
        Navigation.NavigateTo("/comparisons");
    });

    /// <summary>Does what only the presenter may.</summary>
    private void Try(Action action)
    {
        if (!Current.Visitor.IsPresenter)
            return;
        try
        {
            _failure = null;
            action();
        }
        catch (InvalidInputException exception)
        {
            _failure = string.Join(' ', exception.Problems.Select(problem => problem.Message));
        }
        catch (StartRefusedException exception)
        {
            _failure = exception.Message;
        }
        catch (IOException exception)
        {
            _failure = $"It could not be stored: {exception.Message}";
        }
    }
}
