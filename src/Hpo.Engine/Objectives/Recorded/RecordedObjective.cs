using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>
/// Replays recorded trainings: the learning curve of a configuration is predicted from those of a <see cref="LearningCurveTable"/>, so that a study of hours
/// takes a moment. A prediction is what one training would give: the noise between seeds is part of it, of the size that was measured, drawn from the seed
/// of the trial. That holds for recorded configurations too, lest a lucky seed of the recording be found again and again. What a searcher finds is the
/// optimum of the predictions; how far they are off is told by <see cref="LearningCurveTable.HeldOutError"/>. A trial that goes on from the checkpoint of
/// another configuration goes on as if it had always been trained with its own.
/// </summary>
/// <param name="table">The recorded trainings.</param>
public sealed class RecordedObjective(LearningCurveTable table) : Objective
{
    /// <inheritdoc/>
    public override string Name => table.Description.Name;

    /// <inheritdoc/>
    public override ConfigSpace DefaultSpace => table.Description.Space;

    /// <inheritdoc/>
    public override Configuration DefaultConfiguration => table.Description.Default;

    /// <inheritdoc/>
    public override int DefaultMaxEpochs => table.Description.Epochs;

    /// <inheritdoc/>
    public override int? LastEpoch => table.Description.Epochs;

    /// <inheritdoc/>
    public override bool HasCheckpoints => true;

    /// <inheritdoc/>
    public override bool IsSimulated => true;

    /// <summary>Recorded errors are shares, and so are predictions.</summary>
    public override double? SmallestError => 0;

    /// <summary>Recorded errors are shares, and so are predictions.</summary>
    public override double? LargestError => 1;

    /// <summary>What is replayed.</summary>
    public LearningCurveTable Table => table;

    /// <inheritdoc/>
    public override IReadOnlyList<Problem> CheckSpace(ConfigSpace space) => RecordedSpaceCheck.FindProblems(space, table.Description);

    /// <inheritdoc/>
    /// <exception cref="InvalidInputException">The configuration lies outside what was recorded.</exception>
    public override IEvaluation Start(EvaluationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.MaxEpochs, table.Description.Epochs, nameof(request));
        return new RecordedEvaluation(table, request with { Configuration = table.Description.Space.Require(request.Configuration) });
    }
}
