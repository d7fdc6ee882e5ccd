namespace Hpo.Studies.Log;

/// <summary>The right of a process to run a study. It ends with its process, or with the run.</summary>
/// <param name="StudyId">The study.</param>
/// <param name="Process">The name of the process: see <see cref="ProcessLock"/>.</param>
/// <param name="Token">Larger than that of every earlier lease of the study, so that what an overtaken process still writes is refused.</param>
public sealed record Lease(string StudyId, string Process, long Token);
