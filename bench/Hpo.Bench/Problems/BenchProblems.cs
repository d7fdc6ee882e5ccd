using Hpo.Engine.Objectives;

namespace Hpo.Bench.Problems;

/// <summary>The problems of the quality measurement; <c>problems.py</c> has the same ones for Optuna.</summary>
internal static class BenchProblems
{
    public static Objective Get(string name) => name switch
    {
        "branin" => new Branin(),
        "hartmann6" => new Hartmann6(),
        "rosenbrock4" => new Rosenbrock(4),
        "mixed" => MixedProblem.Create(),
        "failing" => FailingProblem.Create(),
        _ => throw new ArgumentException($"There is no problem {name}."),
    };
}
