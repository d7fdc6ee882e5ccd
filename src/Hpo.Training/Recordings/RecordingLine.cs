namespace Hpo.Training.Recordings;

/// <summary>One line of a recording's file: exactly one of the three is there.</summary>
internal sealed record RecordingLine(RecordingPlan? Plan = null, RecordingOrigin? Origin = null, RecordedRun? Run = null);
