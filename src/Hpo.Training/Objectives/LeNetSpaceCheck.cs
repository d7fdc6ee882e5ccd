using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Training.Objectives;

/// <summary>What a LeNet training demands of its hyperparameters, said before anything is trained.</summary>
internal static class LeNetSpaceCheck
{
    /// <summary>What keeps the objective from evaluating configurations of a space.</summary>
    public static IReadOnlyList<Problem> FindProblems(ConfigSpace space, int trainingImages)
    {
        ArgumentNullException.ThrowIfNull(space);
        string[] needed = [LeNetObjective.LearningRate, LeNetObjective.BatchSize];
        return
        [
            .. from name in needed
               where space.Parameters.All(parameter => parameter.Name != name)
               select new Problem("", $"The LeNet needs a hyperparameter {name}: add it to the space."),
            .. space.Parameters.SelectMany(parameter => FindProblems(parameter, trainingImages)),
        ];
    }

    /// <summary>The training that a configuration describes.</summary>
    /// <exception cref="InvalidInputException">A hyperparameter is missing or has a value that cannot be trained with.</exception>
    public static TrainerOptions ReadOptions(Configuration configuration, int trainingImages, long seed, int threads)
    {
        var problems = FindProblems(AsSpace(configuration), trainingImages);
        if (problems.Count > 0)
            throw new InvalidInputException([.. problems.Select(problem => problem with { Path = problem.Path.Split('.')[0] })]);
        return new TrainerOptions(
            configuration[LeNetObjective.LearningRate].AsReal(), (int)configuration[LeNetObjective.BatchSize].AsReal(), seed, Threads: threads);
    }

    /// <summary>A configuration as the space that has nothing else in it, so that both are checked by the same rules.</summary>
    private static ConfigSpace AsSpace(Configuration configuration) =>
        new(configuration.Select(entry => new Parameter(entry.Key, new Constant(entry.Value))));

    private static IEnumerable<Problem> FindProblems(Parameter parameter, int trainingImages) => parameter.Name switch
    {
        LeNetObjective.LearningRate => LearningRateProblems(parameter.Domain).Select(problem => problem.Within(parameter.Name)),
        LeNetObjective.BatchSize => BatchSizeProblems(parameter.Domain, trainingImages).Select(problem => problem.Within(parameter.Name)),
        _ =>
        [
            new Problem(
                $"{parameter.Name}.name",
                $"The LeNet has no hyperparameter {parameter.Name}, only {LeNetObjective.LearningRate} and {LeNetObjective.BatchSize}: remove it."),
        ],
    };

    private static IEnumerable<Problem> LearningRateProblems(Domain domain)
    {
        if (NumberProblem(domain) is { } problem)
            yield return problem;
        else if (Bounds(domain).Lower <= 0)
            yield return new Problem(LowerField(domain), "A learning rate is above 0.");
    }

    private static IEnumerable<Problem> BatchSizeProblems(Domain domain, int trainingImages)
    {
        if (NumberProblem(domain) is { } problem)
        {
            yield return problem;
            yield break;
        }

        if (!IsWhole(domain))
            yield return new Problem("", "A batch size is a whole number: choose an integer domain.");
        var (lower, upper) = Bounds(domain);
        if (lower < 1)
            yield return new Problem(LowerField(domain), "A batch has at least 1 image.");
        if (upper > trainingImages)
        {
            yield return new Problem(
                domain is FiniteDomain ? "values" : "upper",
                $"A batch of {upper} images is larger than the data set: it has {trainingImages} images to train on.");
        }
    }

    private static Problem? NumberProblem(Domain domain)
    {
        var others = domain is FiniteDomain finite ? finite.Values.Where(value => !value.IsNumber).ToArray() : [];
        return others.Length > 0 ? new Problem("values", $"{others[0]} is not a number.") : null;
    }

    private static bool IsWhole(Domain domain) => domain switch
    {
        IntegerDomain => true,
        FiniteDomain finite => finite.Values.All(value => double.IsInteger(value.AsReal())),
        _ => false,
    };

    private static string LowerField(Domain domain) => domain is FiniteDomain ? "values" : "lower";

    private static (double Lower, double Upper) Bounds(Domain domain) => domain switch
    {
        RealDomain real => (real.Lower, real.Upper),
        IntegerDomain integer => (integer.Lower, integer.Largest),
        FiniteDomain finite => (finite.Values.Min(value => value.AsReal()), finite.Values.Max(value => value.AsReal())),
        _ => throw new ArgumentException($"The bounds of a {domain.GetType().Name} are not known.", nameof(domain)),
    };
}
