namespace Hpo.Engine.Objectives.Recorded;

/// <summary>What is predicted of a training.</summary>
/// <param name="Errors">The error after each epoch; a NaN, which is the last, stands for a training that diverges.</param>
/// <param name="EpochTime">How long each epoch takes.</param>
internal sealed record PredictedCurve(double[] Errors, TimeSpan EpochTime)
{
    /// <summary>The error after an epoch, counted from 1.</summary>
    public double After(int epoch) => Errors[Math.Min(epoch, Errors.Length) - 1];
}
