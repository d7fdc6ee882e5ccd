using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.Bench.Problems;

/// <summary>
/// Four hyperparameters of which two fifths of the space fail, as the training of a network does that needs too much memory or
/// diverges: an exception when batch_size is above 256; with step = log₁₀(learning_rate / (1 − momentum)) and size = log₂ batch_size
/// not a number when step exceeds 0.25 size − 1.25; otherwise
/// (step + 0.2)² + 4 (momentum − 0.8)² + 0.1 (size − 5)² + 0.05 (log₁₀ weight_decay + 4 − step)². The minimum is 0, close to what
/// diverges, at momentum 0.8, batch_size 32, learning_rate 0.2 · 10^−0.2, weight_decay 10^−4.2.
/// </summary>
internal static class FailingProblem
{
    private static readonly ConfigSpace Space = new(
        ("learning_rate", new LogUniform(1e-4, 10)),
        ("momentum", new Uniform(0, 0.99)),
        ("batch_size", new LogRandInt(8, 513)),
        ("weight_decay", new LogUniform(1e-6, 0.1)));

    private static readonly Configuration Default =
        new(("learning_rate", 0.01), ("momentum", 0.5), ("batch_size", 64), ("weight_decay", 0.001));

    public static Objective Create() => new FunctionObjective("Failing", Space, Default, Value);

    private static double Value(Configuration configuration)
    {
        double momentum = configuration["momentum"].AsReal(), size = Math.Log2(configuration["batch_size"].AsInteger());
        var step = Math.Log10(configuration["learning_rate"].AsReal() / (1 - momentum));
        if (configuration["batch_size"].AsInteger() > 256)
            throw new InsufficientMemoryException("The batch does not fit into the memory.");
        if (step > (0.25 * size) - 1.25)
            return double.NaN;
        var decay = Math.Log10(configuration["weight_decay"].AsReal()) + 4 - step;
        return ((step + 0.2) * (step + 0.2)) + (4 * (momentum - 0.8) * (momentum - 0.8)) + (0.1 * (size - 5) * (size - 5)) + (0.05 * decay * decay);
    }
}
