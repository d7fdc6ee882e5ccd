namespace Hpo.Engine.Trials;

/// <summary>What comes with an error: which trial it belongs to, and what it cost.</summary>
/// <param name="TrialId">The trial's number, from 0; pairs of configuration and error are joined by it, never by position.</param>
/// <param name="Epoch">The number of epochs done.</param>
/// <param name="MaxEpochs">The number of epochs of a full evaluation.</param>
/// <param name="Runtime">The trial's runtime so far: the decision to start it as well as its evaluation.</param>
public readonly record struct TrialInfo(int TrialId, int Epoch, int MaxEpochs, TimeSpan Runtime)
{
    /// <summary>Whether this is the error of a full evaluation.</summary>
    public bool IsFinal => Epoch >= MaxEpochs;
}
