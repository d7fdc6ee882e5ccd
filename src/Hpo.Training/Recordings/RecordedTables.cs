using Hpo.Engine.Objectives.Recorded;

namespace Hpo.Training.Recordings;

/// <summary>The recordings that come with this program, read when they are first needed, and once. All are of trainings on Fashion-MNIST.</summary>
public static class RecordedTables
{
    /// <summary>The error of guessing among ten kinds of clothing that are equally frequent.</summary>
    public const double ChanceLevel = 0.9;

    private static readonly Lazy<LearningCurveTable> LazyLeNet = new(() => Load("Recorded LeNet", "lenet"));

    private static readonly Lazy<LearningCurveTable> LazyDropoutMlp = new(() => Load("Recorded dropout MLP", "dropout-mlp"));

    /// <summary>The LeNet with ReLU and max pooling, over the space of its objective.</summary>
    public static LearningCurveTable LeNet => LazyLeNet.Value;

    /// <summary>The multilayer perceptron with dropout, over the space of its objective.</summary>
    public static LearningCurveTable DropoutMlp => LazyDropoutMlp.Value;

    /// <summary>The table of a recording of one's own.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="name">What was trained, as a person reads it.</param>
    /// <param name="chanceLevel">The error of guessing.</param>
    /// <exception cref="Engine.Validation.InvalidInputException">There are too few trainings to predict others from.</exception>
    public static LearningCurveTable From(Recording recording, string name, double chanceLevel = ChanceLevel)
    {
        ArgumentNullException.ThrowIfNull(recording);
        var plan = recording.Plan;
        var last = recording.Origins.Count > 0 ? recording.Origins[^1] : null;
        return new(
            new(name, plan.Space, plan.Default, plan.Epochs, chanceLevel, last?.Machine ?? "", last?.Date ?? ""),
            recording.Runs
                .OrderBy(run => run.Index).ThenBy(run => run.Replicate)
                .Select(run => new LearningCurve(run.Configuration, [.. run.Errors.Select(error => error ?? double.NaN)], run.Seconds)));
    }

    /// <summary>A recording that comes with this program.</summary>
    /// <param name="key">The key of what was trained.</param>
    internal static Recording Read(string key)
    {
        using var stream = typeof(RecordedTables).Assembly.GetManifestResourceStream($"{key}.jsonl.gz")
            ?? throw new InvalidOperationException($"No recording of {key} comes with this program.");
        return RecordingFormat.ReadCompressed(stream);
    }

    private static LearningCurveTable Load(string name, string key) => From(Read(key), name);
}
