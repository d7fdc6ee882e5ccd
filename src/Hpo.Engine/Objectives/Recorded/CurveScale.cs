namespace Hpo.Engine.Objectives.Recorded;

/// <summary>
/// The scale of the noise of curves, the logit of the error: what is added there leaves a share a share, and a hundredth counts more among good errors than
/// among bad ones.
/// </summary>
internal static class CurveScale
{
    /// <summary>How much better than guessing a training has to end to have learned something.</summary>
    private const double Margin = 0.005;

    /// <summary>Keeps the logit finite; finer than the errors of any validation set.</summary>
    private const double Smallest = 1e-6;

    /// <summary>The logit of an error.</summary>
    public static double ToScale(double error)
    {
        var share = Math.Clamp(error, Smallest, 1 - Smallest);
        return Math.Log(share / (1 - share));
    }

    /// <summary>The error with a logit.</summary>
    public static double FromScale(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>Whether a training diverged, or ended where guessing is.</summary>
    public static bool HasCollapsed(LearningCurve curve, TableDescription description) => !(curve.Errors[^1] < description.ChanceLevel - Margin);
}
