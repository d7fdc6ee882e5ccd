using Hpo.Dashboard.Access;
using Hpo.Dashboard.Components.Common;
using Hpo.Dashboard.Components.Studies;
using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace Hpo.Dashboard.Components.Steering;

/// <summary>
/// How the owner of a study steers it: pause, stop, cancel, its numbers of trials and workers, a configuration by hand, and resume when it was
/// interrupted. Whether the visitor may is asked again for everything that is done.
/// </summary>
public sealed partial class StudyControls : IAsyncDisposable
{
    /// <summary>What was pressed longer ago was held up by a lost connection: whoever pressed it may have thought better of it.</summary>
    private const double LatestSeconds = 5;

    private TryDialog? _try;
    private IJSObjectReference? _module;
    private bool _isDisposed;
    private StudyAnswer? _answer;
    private StudyStatus? _answeredAt;
    private bool _isBusy;
    private bool _wasOpen;

    [Parameter, EditorRequired]
    public LiveStudy Live { get; set; } = default!;

    /// <summary>The study as it is shown.</summary>
    [Parameter, EditorRequired]
    public StudySnapshot Study { get; set; } = default!;

    /// <summary>The study goes on after an interruption.</summary>
    [Parameter]
    public EventCallback OnResumed { get; set; }

    [Inject]
    private StudySteering Steering { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    /// <summary>Whether the visitor may steer this study.</summary>
    public bool MayChange => Steering.MaySteer(Live);

    /// <summary>Whether there is anything left to steer, and the visitor may.</summary>
    public bool IsOpen => MayChange && Study.Status != StudyStatus.Ended && Live.LogFailure is null;

    private bool CanResume => MayChange && Study.CanResume;

    private bool IsCreated => Study.Status == StudyStatus.Created;

    private bool IsPaused => Study.Status is StudyStatus.Pausing or StudyStatus.Paused;

    private int Trials => Study.TrialsAsked(Live.Definition);

    private int Workers => Study.WorkersAsked(Live.Definition);

    private int Fewest => Math.Max(1, Study.Trials.Count + Study.Enqueued.Count);

    private string WhatIsLost => Study.Running switch
    {
        0 => "No more trials are started. What has been found so far is kept.",
        1 => "The running trial ends now, and its result does not count. What has been found so far is kept.",
        var running => $"The {Format.Count(running)} running trials end now, and their results do not count. What has been found so far is kept.",
    };

    /// <summary>What became of the last thing that was done, until the study stands otherwise; then where it stands.</summary>
    private string? Said => _answer is not null && (_answeredAt == Study.Status || IsRefused) ? _answer.Words : StudyStanding.Of(Study) ?? _answer?.Words;

    private bool IsRefused => _answer is { IsDone: false };

    protected override void OnParametersSet()
    {
        _wasOpen |= IsOpen;
        if (_answeredAt is not null && _answeredAt != Study.Status && IsRefused)
            _answer = null;
    }

    /// <summary>Has the study do something, and shows what became of it.</summary>
    public async Task<StudyAnswer> SendAsync(StudyCommand command)
    {
        // off the circuit: the study may be in the middle of a decision
        var answer = await TooLateAsync() ?? await Task.Run(() => Steering.Send(Live, command));
        (_answer, _answeredAt) = (answer, Study.Status);
        StateHasChanged();
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await _module.ReleaseAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./Components/Steering/StudyControls.razor.js");
            if (_isDisposed)
                await _module.ReleaseAsync();
        }
        catch (JSDisconnectedException)
        {
            // the page was left
        }
    }

    /// <summary>A refusal of what was pressed long ago; null for what has just been.</summary>
    private async Task<StudyAnswer?> TooLateAsync()
    {
        var seconds = _module is null ? 0 : await _module.InvokeAsync<double>("age");
        return seconds <= LatestSeconds
            ? null
            : StudyAnswer.Refused($"Nothing was done: this was pressed {Format.Duration(TimeSpan.FromSeconds(seconds))} ago, while the connection was lost. Press again if it is still wanted.");
    }

    /// <summary>Asks for a configuration to try; at first a trial's, or the best so far.</summary>
    public Task TryAsync(TrialView? trial = null) => _try?.OpenAsync(trial) ?? Task.CompletedTask;

    private async Task PauseAsync() => await SendAsync(IsPaused ? new ContinueStudy() : new PauseStudy());

    private async Task StopAsync() => await SendAsync(Study.IsStopRequested ? new WithdrawStop() : new StopStudy());

    private async Task CancelAsync()
    {
        if (await Dialogs.ConfirmAsync(new Confirmation("Cancel the study?", WhatIsLost, "Cancel the study", "Let it run")))
            await SendAsync(new CancelStudy());
    }

    private async Task ResumeAsync()
    {
        if (!CanResume || _isBusy)
            return;
        _isBusy = true;
        _answer = await TooLateAsync();
        if (_answer is not null)
        {
            (_isBusy, _answeredAt) = (false, Study.Status);
            return;
        }

        try
        {
            _answer = StudyAnswer.Done(await Task.Run(() => Steering.Resume(Live)));
        }
        catch (InvalidInputException exception)
        {
            _answer = StudyAnswer.Refused($"This program cannot run its definition: {string.Join(' ', exception.Problems.Select(problem => problem.Message))}");
        }
        catch (Exception exception) when (exception is CannotResumeException or StartRefusedException or IOException or InvalidDataException or KeyNotFoundException)
        {
            _answer = StudyAnswer.Refused(exception.Message);
        }

        (_isBusy, _answeredAt) = (false, Study.Status);
        await OnResumed.InvokeAsync();
    }
}
