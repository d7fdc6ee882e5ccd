using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>One line of the tuner's bookkeeping: a trial that has ended.</summary>
/// <param name="TrialId">Its number, from 0.</param>
/// <param name="Configuration">What was tried.</param>
/// <param name="Error">The error it handed in; null when it has none to show.</param>
/// <param name="Runtime">Decision and evaluation.</param>
/// <param name="Status">How it ended.</param>
public sealed record TrialRecord(int TrialId, Configuration Configuration, double? Error, TimeSpan Runtime, TrialStatus Status);
