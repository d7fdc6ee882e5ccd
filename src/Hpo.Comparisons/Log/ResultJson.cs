using System.Text.Json;
using System.Text.Json.Serialization;
using Hpo.Comparisons.Curves;

namespace Hpo.Comparisons.Log;

/// <summary>
/// A result as JSON, compact and exact: <c>steps</c> is one array of numbers, four a step (seconds, trials, epochs, error), and <c>end</c> one of
/// three (seconds, trials, epochs).
/// </summary>
/// <param name="Objective">The objective's place.</param>
/// <param name="Method">The method's place.</param>
/// <param name="Repetition">The repetition.</param>
/// <param name="Steps">The steps.</param>
/// <param name="End">What was spent.</param>
/// <param name="Failed">The number of failed trials.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Problem">What went wrong.</param>
internal sealed record ResultJson(
    int Objective,
    int Method,
    int Repetition,
    double[] Steps,
    double[] End,
    int Failed,
    RepetitionOutcome Outcome,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Problem = null)
{
    private const int NumbersAStep = 4, NumbersAtTheEnd = 3;

    public static ResultJson From(RepetitionResult result)
    {
        var steps = new double[NumbersAStep * result.Steps.Count];
        for (var i = 0; i < result.Steps.Count; i++)
            Write(result.Steps[i]).CopyTo(steps.AsSpan(NumbersAStep * i));
        return new(
            result.Objective, result.Method, result.Repetition, steps, [result.EndSeconds, result.EndTrials, result.EndEpochs],
            result.FailedTrials, result.Outcome, result.Problem);
    }

    /// <exception cref="JsonException">The arrays have wrong lengths.</exception>
    public RepetitionResult ToResult()
    {
        if (Steps.Length % NumbersAStep != 0 || End.Length != NumbersAtTheEnd)
            throw new JsonException("A result has four numbers a step and three at its end.");
        var steps = new IncumbentStep[Steps.Length / NumbersAStep];
        for (var i = 0; i < steps.Length; i++)
            steps[i] = ReadStep(Steps.AsSpan(NumbersAStep * i, NumbersAStep));
        return new(Objective, Method, Repetition, steps, End[0], (int)End[1], (int)End[2], Failed, Outcome, Problem);
    }

    public static double[] Write(IncumbentStep step) => [step.Seconds, step.Trials, step.Epochs, step.Error];

    public static IncumbentStep ReadStep(ReadOnlySpan<double> numbers) => numbers.Length == NumbersAStep
        ? new(numbers[0], (int)numbers[1], (int)numbers[2], numbers[3])
        : throw new JsonException("A step has four numbers.");
}
