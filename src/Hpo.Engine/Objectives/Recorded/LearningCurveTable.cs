using Hpo.Engine.Validation;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>
/// Learning curves of real trainings, which <see cref="RecordedObjective"/> replays. The models made of it are made when they are first needed, and
/// once; any thread may ask.
/// </summary>
public sealed class LearningCurveTable
{
    private readonly Lazy<CurveSurrogate> _surrogate;
    private readonly Lazy<HeldOutError> _heldOut;

    /// <summary>A table of at least two configurations that learn something.</summary>
    /// <exception cref="InvalidInputException">A curve is not what the description says; the paths are <c>default</c> and <c>curves[0]</c>, …</exception>
    public LearningCurveTable(TableDescription description, IEnumerable<LearningCurve> curves)
    {
        ArgumentNullException.ThrowIfNull(description);
        (Description, Curves) = (description, [.. curves]);
        var problems = CurveChecks.FindProblems(description, Curves);
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        Configurations = Curves.Select(curve => curve.Configuration).Distinct().Count();
        _surrogate = new(() => new CurveSurrogate(Description, Curves));
        _heldOut = new(() => CrossValidation.Run(this));
    }

    /// <summary>What the table is about.</summary>
    public TableDescription Description { get; }

    /// <summary>One curve a training. A configuration that was trained with several seeds has several.</summary>
    public IReadOnlyList<LearningCurve> Curves { get; }

    /// <summary>The number of different configurations.</summary>
    public int Configurations { get; }

    /// <summary>How far predictions for other configurations than the recorded ones are off. It takes some tenths of a second to find out.</summary>
    public HeldOutError HeldOutError => _heldOut.Value;

    /// <summary>What predicts the curves of other configurations.</summary>
    internal CurveSurrogate Surrogate => _surrogate.Value;
}
