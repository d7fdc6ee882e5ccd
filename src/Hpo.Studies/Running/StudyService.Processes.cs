using Hpo.Studies.Views;

namespace Hpo.Studies.Running;

/// <summary>What a process does for the others that share its folder, and for studies they left behind.</summary>
public sealed partial class StudyService
{
    private Task _answering = Task.CompletedTask;

    /// <summary>Somebody has written to the database.</summary>
    private void OnChanged()
    {
        _live.CatchUp(_running.ContainsKey);
        // elsewhere, because a study that is being resumed hears of requests late; what comes meanwhile is noticed by the answer's own change
        if (!_running.IsEmpty && _answering.IsCompleted)
        {
            _answering = _work.StartLong(
                "answering other processes", "they ask again", () => _requests.Answer(_running.ContainsKey, AnswerRequest));
        }
    }

    /// <summary>One thing after the other, so that what cannot be done holds up nothing else.</summary>
    private void EverySecond()
    {
        _work.DoAgain("closing studies whose processes have vanished", "it is tried again every second", _interruptions.CloseOrphans);
        _work.DoAgain("closing studies that could not be written", "it is tried again every second", CloseUnwritten);
        _work.DoAgain("removing requests of processes that have vanished", "it is tried again every second", _requests.RemoveStale);
    }

    private void CloseUnwritten()
    {
        foreach (var live in _live.Unwritten.Where(live => !_running.ContainsKey(live.Id)))
        {
            // one that is being resumed is closed by that
            using var hold = _holds.TryTake(live.Id);
            if (hold is not null)
                CloseLog(live);
        }
    }

    /// <summary>The log of a study that ends before the study did: now it can be written, and says that the study was interrupted.</summary>
    private void CloseLog(LiveStudy live)
    {
        if (live is { Snapshot.Status: StudyStatus.Ended, LogFailure: null })
            return;
        _interruptions.Close(live.Id);
        _live.CatchUp(live);
    }
}
