using Hpo.Engine.Space;

namespace Hpo.Engine.Tuning;

/// <summary>A configuration that a person wants tried, and that waits for a worker.</summary>
/// <param name="Number">Its number among all that were enqueued in the study, from 0.</param>
/// <param name="Configuration">The configuration.</param>
/// <param name="AddsTrial">Whether the study has a trial more for its sake.</param>
internal sealed record EnqueuedConfiguration(int Number, Configuration Configuration, bool AddsTrial);
