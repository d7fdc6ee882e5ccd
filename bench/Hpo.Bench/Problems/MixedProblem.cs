using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.Bench.Problems;

/// <summary>
/// Five hyperparameters of four kinds that depend on one another as in the training of a network: with r = −1, −2, −3 and penalty
/// p = 0.3, 0.1, 0 for the optimizers sgd, momentum and adam,
/// (log₁₀ learning_rate − r + 0.1 (layers − 3))² + 0.2 (log₂ units − 7)² + 0.05 (layers − 4)² + 2 (dropout − 0.1 (log₂ units − 4))² + p.
/// The minimum is 0, at learning_rate 10^−3.1, units 128, layers 4, dropout 0.3, optimizer adam.
/// </summary>
internal static class MixedProblem
{
    private static readonly ConfigSpace Space = new(
        ("learning_rate", new LogUniform(1e-5, 1)),
        ("units", new LogRandInt(8, 1025)),
        ("layers", new RandInt(1, 9)),
        ("dropout", new Uniform(0, 0.9)),
        ("optimizer", new Choice("sgd", "momentum", "adam")));

    private static readonly Configuration Default =
        new(("learning_rate", 0.01), ("units", 64), ("layers", 2), ("dropout", 0.5), ("optimizer", "sgd"));

    public static Objective Create() => new FunctionObjective("Mixed", Space, Default, Value);

    private static double Value(Configuration configuration)
    {
        var (rate, penalty) = configuration["optimizer"].AsText() switch
        {
            "sgd" => (-1, 0.3),
            "momentum" => (-2, 0.1),
            _ => (-3, 0.0),
        };
        double layers = configuration["layers"].AsInteger(), width = Math.Log2(configuration["units"].AsInteger());
        var distance = Math.Log10(configuration["learning_rate"].AsReal()) - rate + (0.1 * (layers - 3));
        var noise = configuration["dropout"].AsReal() - (0.1 * (width - 4));
        return (distance * distance) + (0.2 * (width - 7) * (width - 7)) + (0.05 * (layers - 4) * (layers - 4)) + (2 * noise * noise) + penalty;
    }
}
