namespace Hpo.Training.Objectives;

/// <summary>What a training demands of one hyperparameter, which is a number.</summary>
/// <param name="Name">The name of the hyperparameter.</param>
internal sealed record HyperparameterRule(string Name)
{
    /// <summary>What to say where the value need not be whole; null where any number is fine.</summary>
    public string? NotWhole { get; init; }

    /// <summary>What is wrong with a smallest value; null when nothing is.</summary>
    public required Func<double, string?> TooSmall { get; init; }

    /// <summary>What is wrong with a largest value, given the number of training images; null when nothing is.</summary>
    public Func<double, int, string?> TooLarge { get; init; } = (_, _) => null;

    public static HyperparameterRule LearningRate(string name) => new(name)
    {
        TooSmall = value => value > 0 ? null : "A learning rate is above 0.",
    };

    public static HyperparameterRule BatchSize(string name) => new(name)
    {
        NotWhole = "A batch size is a whole number: choose an integer domain.",
        TooSmall = value => value >= 1 ? null : "A batch has at least 1 image.",
        TooLarge = (value, images) => value <= images
            ? null
            : $"A batch of {value} images is larger than the data set: it has {images} images to train on.",
    };

    /// <summary>The number of units of a hidden layer. The largest leaves room for several trainings in a few gigabytes.</summary>
    public static HyperparameterRule Units(string name, int largest) => new(name)
    {
        NotWhole = "A layer has a whole number of units: choose an integer domain.",
        TooSmall = value => value >= 1 ? null : "A hidden layer has at least 1 unit.",
        TooLarge = (value, _) => value <= largest ? null : $"A hidden layer of {value} units is too large: at most {largest} fit.",
    };

    public static HyperparameterRule Dropout(string name) => new(name)
    {
        TooSmall = value => value >= 0 ? null : "A dropout probability is at least 0.",
        TooLarge = (value, _) => value < 1 ? null : "A dropout probability is below 1: with 1 every unit would be dropped.",
    };
}
