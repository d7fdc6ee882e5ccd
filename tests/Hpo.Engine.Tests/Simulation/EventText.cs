using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hpo.Engine.Space;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Simulation;

/// <summary>Events as text, every digit of every number included, so that equal text means equal events.</summary>
internal static class EventText
{
    /// <summary>An event.</summary>
    public static string Of(StudyEvent studyEvent) => $"{studyEvent.Elapsed.Ticks} {WithoutTimes(studyEvent)} {Runtime(studyEvent)?.Ticks}";

    /// <summary>An event without when it happened and what it took.</summary>
    public static string WithoutTimes(StudyEvent studyEvent) => studyEvent switch
    {
        StudyStarted e => Line(e.GetType().Name, $"{e.StartedAt:O}", string.Join('|', (e.Brackets ?? []).Select(bracket => string.Join(',', bracket.Rungs)))),
        TrialStarted e => Line(e.GetType().Name, e.TrialId, Values(e.Configuration), e.Reason, e.Worker, e.ParentId) + (e.Enqueued is { } number ? Line(" enqueued", number) : ""),
        TrialResumed e => Line(e.GetType().Name, e.TrialId, e.Reason, e.Worker),
        TrialLost e => Line(e.GetType().Name, e.TrialId, e.Reason),
        CheckpointLost e => Line(e.GetType().Name, e.TrialId, e.Epoch, e.Reason),
        EpochReported e => Line(e.GetType().Name, e.TrialId, e.Epoch, e.Error),
        RungReached e => Line(e.GetType().Name, e.TrialId, e.Standing.Bracket, e.Standing.Epoch, e.Standing.Rank, e.Standing.Of, e.Standing.CutOff, e.Reason),
        TrialPaused e => Line(e.GetType().Name, e.TrialId, e.Reason),
        TrialEnded e => Line(e.GetType().Name, e.TrialId, e.Status, e.Reason),
        NumberOfTrialsChanged e => Line(e.GetType().Name, e.Trials),
        WorkersChanged e => Line(e.GetType().Name, e.Workers),
        ConfigurationEnqueued e => Line(e.GetType().Name, e.Number, Values(e.Configuration), e.Trials),
        ConfigurationWithdrawn e => Line(e.GetType().Name, e.Number, e.Trials),
        TrialStopRequested e => Line(e.GetType().Name, e.TrialId),
        StudyEnded e => Line(e.GetType().Name, e.Outcome, e.Reason),
        _ => studyEvent.GetType().Name,
    };

    /// <summary>A digest of a sequence of events.</summary>
    public static string Digest(IEnumerable<StudyEvent> events) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', events.Select(Of)))));

    private static TimeSpan? Runtime(StudyEvent studyEvent) => studyEvent switch
    {
        EpochReported e => e.Runtime,
        TrialPaused e => e.Runtime,
        TrialLost e => e.Runtime,
        TrialEnded e => e.Runtime,
        _ => null,
    };

    private static string Values(Configuration configuration) =>
        string.Join(',', configuration.Select(entry => Line(entry.Key, entry.Value.AsReal())));

    private static string Line(params object?[] parts) => string.Join(
        ' ', parts.Select(part => part is double number ? number.ToString("R", CultureInfo.InvariantCulture) : Convert.ToString(part, CultureInfo.InvariantCulture)));
}
