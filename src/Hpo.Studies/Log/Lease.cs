namespace Hpo.Studies.Log;

/// <summary>The right of a process to run a study, or a comparison. It ends with its process, or with the run.</summary>
/// <param name="LogId">What it is for.</param>
/// <param name="Process">The name of the process: see <see cref="ProcessLock"/>.</param>
/// <param name="Token">Larger than that of every earlier lease of the same log, so that what an overtaken process still writes is refused.</param>
public sealed record Lease(string LogId, string Process, long Token);
