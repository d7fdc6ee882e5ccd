namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>
/// The most probable hyperparameters given data (maximum a posteriori). They are a function of the data alone: every fit starts at the same
/// place and none from the one before, so that a suggestion does not depend on which suggestions were asked for earlier. To save time the fit
/// is made of the first trials only, in the order of their numbers — all up to <see cref="EveryTrialUntil"/>, then a number that grows in steps
/// of about five in a hundred — and of a part of those when there are many; as long as they are the same, so are the hyperparameters.
/// </summary>
internal sealed class HyperparameterFit(Matern52 kernel)
{
    /// <summary>The number of trials up to which each of them leads to a new fit.</summary>
    private const int EveryTrialUntil = 100;

    /// <summary>The largest number of trials a fit is made of.</summary>
    private const int MaxTrials = 200;

    private const int MaxEvaluations = 60;
    private const double FirstLength = 0.5, FirstNoise = 1e-3, FirstStep = 1, Tolerance = 1e-3;

    /// <summary>How large the logarithm of a hyperparameter may become.</summary>
    private const double Bound = 14;

    private readonly MarginalLikelihood _likelihood = new(kernel);
    private readonly BoxLbfgs _minimiser = new(Hyperparameters.Parameters(kernel.Axes));
    private double[][] _points = [];
    private double[] _errors = [];
    private Hyperparameters? _fit;

    /// <summary>The hyperparameters; null when none could be found.</summary>
    public Hyperparameters? Fit(GpData data)
    {
        var errors = data.Errors.AsSpan(0, Milestone(data.Points.Length));
        if (!errors.ContainsAnyExcept(double.NaN))
            errors = data.Errors;
        var points = data.Points.AsSpan(0, errors.Length);
        if (errors.SequenceEqual(_errors) && points.SequenceEqual(_points))
            return _fit;
        (_points, _errors) = (points.ToArray(), errors.ToArray());
        return _fit = Fit();
    }

    /// <summary>How many trials the hyperparameters are fitted to when so many have reported.</summary>
    internal static int Milestone(int count)
    {
        var step = 1;
        for (var limit = EveryTrialUntil; limit <= count; limit *= 2)
            step = limit / 20;
        return count - (count % step);
    }

    private Hyperparameters? Fit()
    {
        var targets = TargetScale.Of(_errors).Targets;
        var chosen = Subset.Choose(targets, MaxTrials);
        _likelihood.SetData([.. chosen.Select(i => _points[i])], [.. chosen.Select(i => targets[i])]);
        var logs = new double[Hyperparameters.Parameters(kernel.Axes)];
        Array.Fill(logs, -2 * Math.Log(FirstLength));
        (logs[^2], logs[^1]) = (0, Math.Log(FirstNoise));
        var value = _minimiser.Minimise(_likelihood.Evaluate, logs, -Bound, Bound, FirstStep, MaxEvaluations, Tolerance);
        return double.IsFinite(value) ? Hyperparameters.FromLogs(logs) : null;
    }
}
