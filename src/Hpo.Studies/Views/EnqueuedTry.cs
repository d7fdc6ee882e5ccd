using Hpo.Engine.Space;

namespace Hpo.Studies.Views;

/// <summary>A configuration that a person wants tried and that has not been started.</summary>
/// <param name="Number">Its number among all that were enqueued in the study, from 0.</param>
/// <param name="Configuration">What is to be tried.</param>
/// <param name="Elapsed">When it was enqueued.</param>
public sealed record EnqueuedTry(int Number, Configuration Configuration, TimeSpan Elapsed);
