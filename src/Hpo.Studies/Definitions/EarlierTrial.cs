using Hpo.Engine.Space;

namespace Hpo.Studies.Definitions;

/// <summary>What a searcher learns of one trial of an earlier study.</summary>
/// <param name="Configuration">A configuration of the new study's space.</param>
/// <param name="Error">Its error; finite.</param>
/// <param name="Epochs">After how many epochs.</param>
public sealed record EarlierTrial(Configuration Configuration, double Error, int Epochs);
