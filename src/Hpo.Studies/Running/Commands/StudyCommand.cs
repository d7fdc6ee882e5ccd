using System.Text.Json.Serialization;
using Hpo.Engine.Space;

namespace Hpo.Studies.Running.Commands;

/// <summary>What a person tells a running study to do.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PauseStudy), "pauseStudy")]
[JsonDerivedType(typeof(ContinueStudy), "continueStudy")]
[JsonDerivedType(typeof(StopStudy), "stopStudy")]
[JsonDerivedType(typeof(WithdrawStop), "withdrawStop")]
[JsonDerivedType(typeof(CancelStudy), "cancelStudy")]
[JsonDerivedType(typeof(SetNumberOfTrials), "setNumberOfTrials")]
[JsonDerivedType(typeof(SetWorkers), "setWorkers")]
[JsonDerivedType(typeof(TryConfiguration), "tryConfiguration")]
[JsonDerivedType(typeof(WithdrawConfiguration), "withdrawConfiguration")]
[JsonDerivedType(typeof(StopTrial), "stopTrial")]
public abstract record StudyCommand;

/// <summary>Begin nothing new; running trials rest at the end of their epochs.</summary>
public sealed record PauseStudy : StudyCommand;

/// <summary>Go on after a pause.</summary>
public sealed record ContinueStudy : StudyCommand;

/// <summary>Start no more trials, and end when the running ones have.</summary>
public sealed record StopStudy : StudyCommand;

/// <summary>Start trials again after all.</summary>
public sealed record WithdrawStop : StudyCommand;

/// <summary>End now, running trials included.</summary>
public sealed record CancelStudy : StudyCommand;

/// <summary>Have so many trials in all.</summary>
/// <param name="Trials">The number, not below those that have been started or are enqueued.</param>
public sealed record SetNumberOfTrials(int Trials) : StudyCommand;

/// <summary>Run so many trials at the same time.</summary>
/// <param name="Workers">The number, at least 1.</param>
public sealed record SetWorkers(int Workers) : StudyCommand;

/// <summary>Try a configuration before anything else that is new.</summary>
/// <param name="Configuration">A configuration of the study's space.</param>
public sealed record TryConfiguration(Configuration Configuration) : StudyCommand;

/// <summary>Take a configuration back that waits to be tried.</summary>
/// <param name="Number">Its number among the enqueued ones.</param>
public sealed record WithdrawConfiguration(int Number) : StudyCommand;

/// <summary>End one trial; its last error counts.</summary>
/// <param name="TrialId">Its number.</param>
public sealed record StopTrial(int TrialId) : StudyCommand;
