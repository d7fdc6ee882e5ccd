namespace Hpo.Comparisons.Curves;

/// <summary>Reads the cost of an axis off a step or off the end of a repetition.</summary>
internal static class CostRules
{
    public static double Of(IncumbentStep step, CostAxis axis) => axis switch
    {
        CostAxis.Time => step.Seconds,
        CostAxis.Trials => step.Trials,
        CostAxis.Epochs => step.Epochs,
        _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "There is no such axis."),
    };

    public static double End(RepetitionResult result, CostAxis axis) => axis switch
    {
        CostAxis.Time => result.EndSeconds,
        CostAxis.Trials => result.EndTrials,
        CostAxis.Epochs => result.EndEpochs,
        _ => throw new ArgumentOutOfRangeException(nameof(axis), axis, "There is no such axis."),
    };

    /// <summary>Whether only whole numbers occur on the axis.</summary>
    public static bool IsCount(CostAxis axis) => axis is CostAxis.Trials or CostAxis.Epochs;
}
