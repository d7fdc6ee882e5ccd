using Hpo.Dashboard.Access;
using Hpo.Dashboard.Components.Studies;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;

namespace Hpo.Dashboard.Components.Steering;

/// <summary>
/// How the owner of a study steers it: pause, stop, cancel, its numbers of trials and workers, a configuration by hand, and resume when it was
/// interrupted. Whether the visitor may is asked again for everything that is done.
/// </summary>
public sealed partial class StudyControls
{
    private ConfirmDialog _dialog = default!;
    private TryDialog? _try;
    private StudyAnswer? _answer;
    private bool _isBusy;

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

    /// <summary>Has the study do something, and shows what became of it.</summary>
    public async Task<StudyAnswer> SendAsync(StudyCommand command)
    {
        // off the circuit: the study may be in the middle of a decision
        _answer = await Task.Run(() => Steering.Send(Live, command));
        StateHasChanged();
        return _answer;
    }

    /// <summary>Asks for a configuration to try; at first a trial's, or the best so far.</summary>
    public Task TryAsync(TrialView? trial = null) => _try?.OpenAsync(trial) ?? Task.CompletedTask;

    private async Task PauseAsync() => await SendAsync(IsPaused ? new ContinueStudy() : new PauseStudy());

    private async Task StopAsync() => await SendAsync(Study.IsStopRequested ? new WithdrawStop() : new StopStudy());

    private async Task ResumeAsync()
    {
        if (!CanResume || _isBusy)
            return;
        _isBusy = true;
        _answer = null;
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

        _isBusy = false;
        await OnResumed.InvokeAsync();
    }
}
