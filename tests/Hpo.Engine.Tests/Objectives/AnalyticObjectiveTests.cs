using Hpo.Engine.Objectives;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Objectives;

public class AnalyticObjectiveTests
{
    private static readonly AnalyticObjective[] All =
    [
        new Branin(), new Hartmann3(), new Hartmann6(), new Rosenbrock(), new Rosenbrock(7), new Ackley(), new Ackley(5), new SixHumpCamel(),
        new Levy(), new Levy(1), new Levy(5), new Rastrigin(), new Rastrigin(5), new StyblinskiTang(), new StyblinskiTang(5),
    ];

    public static TheoryData<int> Functions => [.. Enumerable.Range(0, All.Length)];

    [Theory, MemberData(nameof(Functions))]
    public void The_published_minimum_is_taken_at_the_published_points(int index)
    {
        var objective = All[index];
        Assert.NotEmpty(objective.Minimizers);
        Assert.Equal(objective.Minimum, objective.KnownMinimum);
        foreach (var minimizer in objective.Minimizers)
        {
            Assert.Empty(objective.DefaultSpace.Check(minimizer));
            Assert.Equal(objective.Minimum, objective.ValueAt(minimizer), 5e-5);
        }
    }

    [Theory, MemberData(nameof(Functions))]
    public void Nothing_in_the_space_lies_below_the_minimum(int index)
    {
        var objective = All[index];
        var random = new RandomStream(1);
        for (var i = 0; i < 5000; i++)
            Assert.True(objective.ValueAt(objective.DefaultSpace.Sample(random)) >= objective.Minimum - 5e-5);
    }

    [Theory, MemberData(nameof(Functions))]
    public void Around_a_minimizer_the_function_rises(int index)
    {
        var objective = All[index];
        foreach (var minimizer in objective.Minimizers)
        {
            foreach (var name in minimizer.Keys)
            {
                Assert.True(objective.ValueAt(minimizer.With(name, minimizer[name].AsReal() + 0.05)) > objective.ValueAt(minimizer));
                Assert.True(objective.ValueAt(minimizer.With(name, minimizer[name].AsReal() - 0.05)) > objective.ValueAt(minimizer));
            }
        }
    }

    [Theory, MemberData(nameof(Functions))]
    public void Its_default_configuration_is_in_its_space_and_not_the_optimum(int index)
    {
        var objective = All[index];
        Assert.Empty(objective.DefaultSpace.Check(objective.DefaultConfiguration));
        Assert.True(objective.ValueAt(objective.DefaultConfiguration) > objective.Minimum + 0.1);
        Assert.Empty(objective.CheckSpace(objective.DefaultSpace));
    }

    [Theory, MemberData(nameof(Functions))]
    public void An_evaluation_is_one_epoch_and_gives_the_value(int index)
    {
        var objective = All[index];
        Assert.Equal(1, objective.DefaultMaxEpochs);
        using var evaluation = objective.Start(new EvaluationRequest(0, objective.DefaultConfiguration, 0, 1));
        Assert.Equal(objective.ValueAt(objective.DefaultConfiguration), evaluation.RunEpoch(CancellationToken.None));
        Assert.Equal(1, evaluation.Epoch);
    }

    [Fact]
    public void Values_agree_with_the_formulas_at_points_worked_out_by_hand()
    {
        Assert.Equal(55.602113, At(new Branin(), 0, 0), 1e-6);
        Assert.Equal(101, At(new Rosenbrock(), 0, 1), 1e-12);
        Assert.Equal(201, At(new Rosenbrock(3), 1, 0, 1), 1e-12);
        Assert.Equal(0, At(new SixHumpCamel(), 0, 0), 1e-12);
        Assert.Equal(3.2333333333, At(new SixHumpCamel(), 1, 1), 1e-9);
        Assert.Equal(20 * (1 - Math.Exp(-0.2)), At(new Ackley(), 1, 1), 1e-12);
        Assert.Equal(1 + (10 * Math.Pow(Math.Sin(1), 2)), At(new Levy(), 5, 1), 1e-12);
        Assert.Equal(1.25, At(new Levy(1), 3), 1e-12);
        Assert.Equal(20.25 + 1, At(new Rastrigin(), 0.5, 1), 1e-12);
        Assert.Equal(-10, At(new StyblinskiTang(), 1, 1), 1e-12);
    }

    [Fact]
    public void Integers_and_dummy_dimensions_are_welcome()
    {
        ConfigSpace space = new(("x2", new RandInt(0, 16)), ("dummy", new Choice("a", "b")), ("x1", new Ordinal(1, 2.5)));
        Assert.Empty(new Branin().CheckSpace(space));
        Assert.Equal(At(new Branin(), 1, 3), new Branin().ValueAt(new Configuration(("x2", 3), ("dummy", "a"), ("x1", 1))));
    }

    [Fact]
    public void A_space_without_the_coordinates_is_refused()
    {
        var problems = new Branin().CheckSpace(new ConfigSpace(("x1", new Choice("a", "b"))));
        Assert.Equal(["x1: Branin needs numbers for x1.", "x2: Branin needs a hyperparameter x2."], problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void The_number_of_variables_has_limits()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rosenbrock(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ackley(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ackley(101));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Levy(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rastrigin(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StyblinskiTang(0));
    }

    private static double At(AnalyticObjective objective, params double[] x) =>
        objective.ValueAt(new Configuration(x.Select((value, i) => ($"x{i + 1}", (ParameterValue)value))));
}
