namespace Hpo.Training.Recordings;

/// <summary>How the runs that follow it in a recording were made; there is one for each time the recorder was started.</summary>
/// <param name="Machine">The processor.</param>
/// <param name="Cores">How many trainings ran side by side, one a core.</param>
/// <param name="Date">The day, as YYYY-MM-DD.</param>
/// <param name="Version">The version of the code.</param>
/// <param name="Command">What was typed.</param>
public sealed record RecordingOrigin(string Machine, int Cores, string Date, string Version, string Command);
